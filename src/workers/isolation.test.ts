import { describe, expect, it } from 'vitest';
import { guarded, workerPolicy } from './isolation';

describe('guarded', () => {
  it('adds the three headers and keeps everything else', async () => {
    const response = guarded(
      new Response('hello', {
        status: 201,
        statusText: 'Made',
        headers: { 'Content-Type': 'text/x', 'Cross-Origin-Opener-Policy': 'unsafe-none' },
      }),
    );
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'text/x',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect([response.status, response.statusText, await response.text()]).toEqual([201, 'Made', 'hello']);
  });
  it('adds a policy where one is given', () => {
    expect(guarded(new Response('x'), "default-src 'self'").headers.get('content-security-policy')).toBe(
      "default-src 'self'",
    );
  });
  it.each([204, 205, 304])('leaves a %i without a body', (status) => {
    const response = guarded(new Response(null, { status }));
    expect([response.status, response.body]).toEqual([status, null]);
    expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  });
  it('hands on what may not be taken apart', () => {
    const error = Response.error();
    const opaque = Object.defineProperties(new Response(null), { type: { value: 'opaque' } });
    const redirect = Object.defineProperties(new Response(null), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
    });
    for (const response of [error, opaque, redirect]) expect(guarded(response)).toBe(response);
  });
  it('forgets that a response was redirected', () => {
    const redirected = Object.defineProperty(new Response('there'), 'redirected', { value: true });
    expect(guarded(redirected).redirected).toBe(false);
  });
});

describe('workerPolicy', () => {
  it('keeps every worker on the site', () => {
    for (const path of ['assets/counting.worker-B1c2.js', 'assets/my-download.worker-B1c2.js', 'assets/strange.js']) {
      expect(workerPolicy(path, 'worker')).toBe(
        "default-src 'self'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
      );
    }
  });
  it('lets only those that fetch for the reader connect elsewhere, and still load scripts from the site alone', () => {
    for (const path of ['assets/download.worker-B1c2.js', 'assets/network.worker-B1c2.js']) {
      expect(workerPolicy(path, 'worker')).toBe(
        "default-src 'self'; connect-src http: https:; script-src 'self' 'wasm-unsafe-eval'",
      );
    }
  });
  it('lets Python load its scripts, and nothing else', () => {
    expect(workerPolicy('assets/python.worker-x.js', 'worker')).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
    );
  });
  it('knows a worker by its name where a browser does not tell the destination', () => {
    expect(workerPolicy('assets/loop.worker-B1c2.js', '')).not.toBeNull();
  });
  it('says nothing of documents, styles and scripts of a page', () => {
    expect(workerPolicy('threads/index.html', 'document')).toBeNull();
    expect(workerPolicy('assets/index-B1c2.js', 'script')).toBeNull();
  });
});
