/**
 * The programs beside this file try out requests, urllib.request and aiohttp. In the page, with the packages of src/python/library, they must
 * print what the real packages print on CPython: `<name>.out.txt`. Where the machine's Python has those packages, in the versions that were
 * recorded, that is checked too. Both ask one server on this machine (server.mjs).
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { farTooLateMs } from '../../support/stopping';
import { hasPython, noPython, python } from '../../../tools/native';
import { startTrialServer } from './server.mjs';
import { tabForTests } from '../tab';

const folder = fileURLToPath(new URL('.', import.meta.url));
/** The address that stands in the programs for the server's. */
const address = 'http://127.0.0.1:8000';
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.py') ? [file.slice(0, -'.py'.length)] : []));
/** The versions that were recorded, on CPython 3.11.7, which urllib.request is part of. */
const recorded: Readonly<Record<string, string>> = { requests: '2.34.2', aiohttp: '3.14.3' };
/** How far a time may be off, since two shared cores are slow at times. */
const toleranceSeconds = 0.5;
/** A program is tried again only where a time was off, as on a busy machine. */
const onceMore = { retry: { count: 1, condition: /, time \d+: /u }, timeout: 180_000 };
const page = tabForTests();

let server: Awaited<ReturnType<typeof startTrialServer>>;

beforeAll(async () => {
  server = await startTrialServer();
});
afterAll(() => server?.close());

describe('programs that ask a server', () => {
  it.each(names)('%s in the page', onceMore, async (name) => {
    const { stdout, stderr } = await page.run(sourceOf(name), {
      fileName: `${name}.py`,
      allowed: [server.url, 'http://127.0.0.1:9'],
    });
    expect(stderr).toBe('');
    expectSame(stdout, name);
  });

  for (const name of names) {
    it(`${name} with the real package`, onceMore, async ({ skip }) => {
      const wanted = name.split('_')[0] ?? '';
      const version = recorded[wanted];
      skip(!hasPython, noPython);
      skip(version !== undefined && versionOf(wanted) !== version, `${python} does not have ${wanted} ${version}.`);
      const { stdout, stderr } = await natively(sourceOf(name));
      expect(stderr).toBe('');
      expectSame(stdout, name);
    });
  }
});

describe('the page', () => {
  const attempt = (url: string): string =>
    `import requests\ntry:\n    print(requests.get("${url}").text)\nexcept requests.ConnectionError as error:\n    print(error)`;

  it('asks the reader before it reads from another site, and once', async () => {
    const refused = await page.run(`${attempt(`${server.url}/text`)}\n${attempt(`${server.url}/lines`)}`);
    expect(refused.asked).toEqual([server.url]);
    expect(refused.stdout).toContain(
      'the reader of this page did not allow the program to read from http://127.0.0.1:',
    );
    const allowed = await page.run(attempt(`${server.url}/lines`), { allowed: [server.url] });
    expect(allowed.asked, 'another run asks anew').toEqual([server.url]);
    expect(allowed.stdout).toBe('one\ntwo\r\nthree\n');
    expect(allowed.fetched).toEqual([expect.objectContaining({ by: 'network', host: new URL(server.url).host })]);
  });

  it('says what may be wrong where a site allows no other to read it', async () => {
    const { stdout } = await page.run(attempt(`${server.url}/closed`), { allowed: [server.url] });
    expect(stdout).toContain(
      'the browser handed over no answer, and does not say why. The site may not allow other sites to read it',
    );
  });

  it('keeps its own files from programs', async () => {
    const own = await page.evaluate(() => location.origin, null);
    const { stdout } = await page.run(attempt(`${own}/index.html`), { allowed: [own] });
    expect(stdout).toContain('On this site itself, programs may read only the pages under');
  });

  it('answers in the place of the sites that the lessons name, and says so', async () => {
    const { stdout, fetched, events } = await page.run(
      'import requests\nprint(len(requests.get("https://www.python.org/").content) > 1000)',
      { pageLatencyMs: 100 },
    );
    expect(stdout).toBe('True\n');
    expect(fetched).toEqual([expect.objectContaining({ host: 'www.python.org', by: 'timer' })]);
    expect(events).toContainEqual(expect.objectContaining({ kind: 'wait', on: 'www.python.org' }));
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'note', text: 'www.python.org: a page of this site answered in its place' }),
    );
  });

  it('stops a program that waits for an answer, and the next one finds nothing of it', async () => {
    for (const waiting of ['import requests\nrequests.get("https://httpbin.org/delay/9")', aiohttpWaits]) {
      const { outcome, stopMs } = await page.run(waiting, { stopAfterMs: 300 });
      expect(outcome.status).toBe('stopped');
      expect(stopMs).toBeLessThan(farTooLateMs);
      expect((await page.run('print(1)')).stdout).toBe('1\n');
    }
  });

  it('still sees a deadlock while answers are awaited, once they are there', async () => {
    const { outcome } = await page.run(deadlockBesideRequest);
    expect(outcome.status).toBe('deadlock');
  });

  it('has no sockets, and says so', async () => {
    const { stdout } = await page.run(
      'import socket\ntry:\n    socket.create_connection(("www.python.org", 80))\nexcept OSError as error:\n    print(error)',
    );
    expect(stdout).toContain('there are no sockets in a browser');
  });
});

describe('without JSPI', () => {
  const alone = tabForTests({ stackSwitching: false });

  it.each(['requests_basics', 'urlopen_basics'])(
    '%s prints what it prints with JSPI: the one thread stands still',
    onceMore,
    async (name) => {
      const { stdout, stderr } = await alone.run(sourceOf(name), { fileName: `${name}.py`, allowed: [server.url] });
      expect(stderr).toBe('');
      expectSame(stdout, name);
    },
  );

  it('Stop ends the wait', async () => {
    const { outcome, stopMs } = await alone.run('import requests\nrequests.get("https://httpbin.org/delay/9")', {
      stopAfterMs: 600,
    });
    expect(outcome.status).toBe('stopped');
    expect(stopMs).toBeLessThan(farTooLateMs);
    expect((await alone.run('print(1)')).stdout).toBe('1\n');
  });
});

const aiohttpWaits = `import asyncio, aiohttp
async def main():
    async with aiohttp.ClientSession() as session:
        await session.get("https://httpbin.org/delay/9")
asyncio.run(main())`;

const deadlockBesideRequest = `import threading, requests
threading.Thread(target=requests.get, args=("https://httpbin.org/delay/1",)).start()
lock = threading.Lock()
lock.acquire()
lock.acquire()`;

function sourceOf(name: string): string {
  return readFileSync(`${folder}${name}.py`, 'utf8').replaceAll(address, server.url);
}

/** The version of one of the machine's packages; empty where it has none. */
function versionOf(name: string): string {
  return spawnSync(python, ['-c', `import ${name}; print(${name}.__version__, end='')`], { encoding: 'utf8' }).stdout;
}

function natively(source: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, ['-c', source], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });
}

/** Compares what was printed with `<name>.out.txt`: times such as `0.6 s` may differ a little. */
function expectSame(printed: string, name: string): void {
  const time = /\d+\.\d(?= s\b)/gu;
  const wanted = readFileSync(`${folder}${name}.out.txt`, 'utf8');
  const got = printed.replaceAll(server.url, address);
  expect(got.replaceAll(time, '…')).toBe(wanted.replaceAll(time, '…'));
  const times = (text: string): readonly number[] => (text.match(time) ?? []).map(Number);
  times(wanted).forEach((seconds, i) =>
    expect(Math.abs((times(got)[i] ?? Number.NaN) - seconds), `${name}, time ${i + 1}`).toBeLessThanOrEqual(
      toleranceSeconds,
    ),
  );
}
