import { describe, expect, it } from 'vitest';
import { isSameSite, playedLatencyMs, routeOf } from './addresses';

const root = 'https://reader.example/timeslice/';
const route = (url: string, method = 'GET') => routeOf(url, method, root);

describe('routeOf', () => {
  it('lets this site answer for the pages that the lessons name, and for nothing else of those sites', () => {
    for (const url of [
      'https://www.python.org/',
      'https://docs.python.org/3/',
      'https://peps.python.org/',
      'https://www.python.org/#top',
    ]) {
      expect(route(url)).toMatchObject({
        kind: 'played',
        code: null,
        page: { latencyMs: playedLatencyMs, failure: null },
      });
    }
    expect(routeOf('https://www.python.org/', 'GET', root, 300)).toMatchObject({ page: { latencyMs: 300 } });
    for (const url of [
      'https://www.python.org/downloads/',
      'https://www.python.org/?q=1',
      'http://www.python.org/',
      'https://www.python.org:8443/',
      'https://www.python.org.example/',
    ]) {
      expect(route(url)).toMatchObject({ kind: 'ask' });
    }
    expect(route('https://www.python.org/', 'POST')).toEqual({ kind: 'ask', origin: 'https://www.python.org' });
  });
  it('plays delays and statuses', () => {
    expect(route('https://httpbin.org/delay/2')).toMatchObject({
      kind: 'played',
      page: { latencyMs: 2000 },
      code: null,
    });
    expect(route('https://httpbin.org/delay/99')).toMatchObject({ page: { latencyMs: 10_000 } });
    expect(route('https://httpbin.org/status/503')).toMatchObject({ kind: 'played', code: 503 });
    expect(route('https://httpbin.org/status/103').kind).toBe('ask');
    expect(route('https://httpbin.org/get')).toEqual({ kind: 'ask', origin: 'https://httpbin.org' });
  });
  it('lets programs read this site’s pages, and nothing else of it', () => {
    expect(route(`${root}pages/oak.html?latency=5`).kind).toBe('own');
    for (const url of [
      root,
      `${root}threads/`,
      `${root}pages/../assets/x.js`,
      'https://reader.example/other/',
      'https://reader.example/',
    ]) {
      expect(route(url)).toMatchObject({ kind: 'refused' });
    }
    expect(route(`${root}pages/oak.html`, 'POST').kind).toBe('refused');
  });
  it('refuses what is no address of the network, whatever Python makes of it', () => {
    for (const url of [
      'https://a b.example/',
      'http://',
      'https://example.org:99999/',
      'data:text/plain,x',
      'file:///etc/passwd',
      'blob:https://reader.example/1',
      'ws://example.org/',
    ]) {
      expect(route(url)).toMatchObject({ kind: 'refused', words: expect.stringContaining('cannot send a request') });
    }
  });
  it('knows names that stand for nothing', () => {
    expect(route('https://no-such-host.invalid/').kind).toBe('unresolved');
    expect(route(`https://${'a.'.repeat(130)}example/`).kind).toBe('unresolved');
    expect(route('https://invalid.example/').kind).toBe('ask');
  });
  it('asks the reader about every other site, by its origin', () => {
    expect(route('http://192.168.0.1:8080/secret?x=1')).toEqual({ kind: 'ask', origin: 'http://192.168.0.1:8080' });
    expect(route('https://user:word@example.org/')).toMatchObject({
      kind: 'refused',
      words: expect.stringContaining('a password'),
    });
  });
});

describe('isSameSite', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/y', true],
    ['http://a.example/', 'https://a.example/', true],
    ['https://a.example/', 'http://a.example/', false],
    ['http://a.example:8000/', 'https://a.example/', false],
    ['http://a.example/', 'https://a.example:8443/', false],
    ['https://a.example/', 'https://www.a.example/', false],
    ['https://a.example/', 'https://b.example/', false],
  ])('%s to %s: %s', (from, to, same) => expect(isSameSite(from, to)).toBe(same));
});
