import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from './serve.mjs';

let dir: string;
let server: Awaited<ReturnType<typeof startServer>>;
const get = (path: string) => fetch(new URL(path, server.url), { redirect: 'manual' });

/** Sends the path as it is written, where `fetch` would tidy it first. */
const statusOfRaw = (path: string): Promise<number | undefined> =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path }, (response) => done(response.resume().statusCode))
      .on('error', failed)
      .end();
  });

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'timeslice-serve-'));
  const site = join(dir, 'site');
  await mkdir(join(site, 'threads'), { recursive: true });
  await writeFile(join(dir, 'secret.txt'), 'not part of the site');
  await writeFile(join(site, 'index.html'), 'home');
  await writeFile(join(site, '404.html'), 'nothing here');
  await writeFile(join(site, 'about.html'), 'about');
  await writeFile(join(site, 'code.js'), 'let x = 1;\n'.repeat(100));
  await writeFile(join(site, 'threads/index.html'), 'threads');
  server = await startServer({ dir: site, base: '/some/where/' });
});

afterAll(async () => {
  await server.close();
  await rm(dir, { recursive: true });
});

describe('startServer', () => {
  it('gives a folder its index, and sends `x` to `x/`', async () => {
    expect(await (await get('./')).text()).toBe('home');
    expect(await (await get('threads/')).text()).toBe('threads');
    const redirect = await get('threads?a=1');
    expect([redirect.status, redirect.headers.get('location')]).toEqual([301, '/some/where/threads/?a=1']);
    expect((await get('/some/where')).headers.get('location')).toBe('/some/where/');
  });

  it('answers x with x.html, as GitHub Pages does', async () => {
    expect(await (await get('about')).text()).toBe('about');
  });

  it('answers 404.html with 404 to what does not exist, inside and outside of the sub-path', async () => {
    for (const path of ['nothing', 'threads/nothing/', '/', '/threads/']) {
      const answer = await get(path);
      expect([path, answer.status, await answer.text()]).toEqual([path, 404, 'nothing here']);
    }
  });

  it('sends text compressed, and no header that isolates', async () => {
    const { headers } = await get('code.js');
    expect(headers.get('content-type')).toContain('text/javascript');
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('cross-origin-opener-policy')).toBeNull();
    expect(headers.get('cross-origin-embedder-policy')).toBeNull();
  });

  it('stays inside its folder and survives nonsense', async () => {
    expect(await statusOfRaw('/some/where/../../../secret.txt')).toBe(404);
    expect(await statusOfRaw('/some/where/%2e%2e%2fsecret.txt')).toBe(404);
    expect(await statusOfRaw('/some/where/%E0%A4%A')).toBe(400);
    expect(await statusOfRaw('/some/where/%00')).toBe(404);
    expect(await statusOfRaw('//')).toBe(404);
  });

  it('says what to do when the site is not built', async () => {
    await expect(startServer({ dir: join(dir, 'unbuilt') })).rejects.toThrow('npm run build');
  });
});
