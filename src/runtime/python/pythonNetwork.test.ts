import { beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  NetworkDoor,
  NetworkTask,
  PythonAnswer,
  PythonFetched,
  PythonRequest,
} from '../../core/python/pythonNetwork';
import { PythonNetwork } from './pythonNetwork';

const root = 'https://reader.example/timeslice/';
vi.mock('../siteRoot', () => ({ siteRoot: () => root }));

const answer: PythonAnswer = {
  status: 'answered',
  url: 'x',
  code: 200,
  reason: 'OK',
  headers: [],
  body: new Uint8Array(0),
  firstByteMs: 1,
  by: 'network',
};

/** The worker's side, which a test plays. */
const door = {
  ready: () => Promise.resolve(),
  fetch: vi.fn<(ticket: number, task: NetworkTask) => Promise<PythonAnswer>>(),
  abandon: vi.fn<(ticket: number) => Promise<void>>(),
};
let opened = 0;
vi.mock('../client', () => ({
  openWorker: () => {
    opened += 1;
    return {
      call: (ask: (remote: unknown) => Promise<unknown>) => ask(door satisfies Record<keyof NetworkDoor, unknown>),
    };
  },
}));

beforeEach(() => {
  opened = 0;
  door.fetch.mockReset().mockImplementation(async (_, { request }) => ({ ...answer, url: request.url }));
  door.abandon.mockReset().mockResolvedValue(undefined);
});

const get = (url: string): PythonRequest => ({ url, method: 'GET', headers: [], body: null, timeoutMs: null });

describe('PythonNetwork', () => {
  it('asks the reader once a run for each site, also when several threads ask at once', async () => {
    const mayFetch = vi
      .fn<(origin: string, sends: boolean) => Promise<boolean>>()
      .mockImplementation(async (origin) => origin.endsWith('good.example'));
    const network = new PythonNetwork();
    const run = network.open({ mayFetch });
    const answers = await Promise.all(
      ['https://good.example/1', 'https://good.example/2', 'https://bad.example/'].map((url, id) =>
        run.fetch(id, get(url)),
      ),
    );
    expect(answers.map((one) => one.status)).toEqual(['answered', 'answered', 'failed']);
    expect(answers[2]).toMatchObject({
      problem: 'refused',
      words: 'the reader of this page did not allow the program to read from https://bad.example',
    });
    expect(mayFetch.mock.calls.map(([origin, sends]) => [origin, sends])).toEqual([
      ['https://good.example', false],
      ['https://bad.example', false],
    ]);
    await network.open({ mayFetch }).fetch(1, get('https://good.example/1'));
    expect(mayFetch).toHaveBeenCalledTimes(3);
    expect(opened).toBe(1);
  });
  it('asks anew before something is sent to a site that may be read, but not before a site is read that may be sent to', async () => {
    const mayFetch = vi.fn<(origin: string, sends: boolean) => Promise<boolean>>(async (origin) =>
      origin.endsWith('good.example'),
    );
    const run = new PythonNetwork().open({ mayFetch });
    const post = (url: string): PythonRequest => ({ ...get(url), method: 'POST' });
    const [one, two, three] = ['https://one.good.example', 'https://two.good.example', 'https://bad.example'] as const;
    for (const request of [get(one), post(one), post(one), post(two), get(two)])
      expect(await run.fetch(1, request)).toMatchObject({ status: 'answered' });
    expect(await run.fetch(1, post(three))).toMatchObject({
      words: `the reader of this page did not allow the program to send to ${three}`,
    });
    expect(mayFetch.mock.calls.map(([origin, sends]) => [origin, sends])).toEqual([
      [one, false],
      [one, true],
      [two, true],
      [three, true],
    ]);
  });
  it('reads from no other site where nobody can be asked', async () => {
    const run = new PythonNetwork().open({});
    expect(await run.fetch(1, get('https://good.example/'))).toMatchObject({ status: 'failed', problem: 'refused' });
    expect(await run.fetch(2, get(`${root}index.html`))).toMatchObject({ status: 'failed', problem: 'refused' });
    expect(await run.fetch(3, get('https://nope.invalid/'))).toMatchObject({ status: 'failed', problem: 'unresolved' });
    expect(opened).toBe(0);
  });
  it('gives the worker a page of this site for the addresses of the lessons, and says who answered', async () => {
    door.fetch.mockImplementation(async (_, { request }) => ({ ...answer, url: request.url, by: 'service worker' }));
    const fetched: PythonFetched[] = [];
    const run = new PythonNetwork().open({ pageLatencyMs: 250, answered: (one) => fetched.push(one) });
    await run.fetch(1, get('https://www.python.org/'));
    const task = door.fetch.mock.calls[0]?.[1];
    expect(task).toMatchObject({ own: false, place: { page: { latencyMs: 250 }, code: null } });
    expect(task?.place?.pageUrl).toMatch(/^https:\/\/reader\.example\/timeslice\/pages\/oak\.html\?latency=250&/);
    expect(fetched).toEqual([{ host: 'www.python.org', by: 'service worker', elapsedMs: expect.any(Number) }]);
  });
  it('gives up what nobody waits for, one request or all of a run', async () => {
    door.fetch.mockReturnValue(new Promise(() => undefined));
    const run = new PythonNetwork().open({});
    for (const id of [7, 8, 9]) void run.fetch(id, get('https://httpbin.org/delay/9'));
    await Promise.resolve();
    run.abandon(8);
    run.abandon(1);
    expect(door.abandon.mock.calls).toEqual([[door.fetch.mock.calls[1]?.[0]]]);
    run.end();
    expect(door.abandon).toHaveBeenCalledTimes(3);
  });
  it('hands over what was said where a redirect led only if the reader allows that site too', async () => {
    const mayFetch = vi.fn<(origin: string, sends: boolean) => Promise<boolean>>(
      async (origin) => !origin.includes('bad'),
    );
    const fetched: string[] = [];
    const run = new PythonNetwork().open({ mayFetch, answered: ({ host }) => fetched.push(host) });
    const led = (id: number, to: string): Promise<PythonAnswer> => {
      door.fetch.mockResolvedValueOnce({ ...answer, url: to });
      return run.fetch(id, get('http://good.example/'));
    };
    expect(await led(1, 'https://good.example/there')).toMatchObject({ status: 'answered' });
    expect(await led(2, 'https://next.example/')).toMatchObject({ status: 'answered', url: 'https://next.example/' });
    const words =
      'http://good.example sent the browser on to https://bad.example, from which the reader of this page did not allow the program to read';
    expect(await led(3, 'https://bad.example/')).toEqual({ status: 'failed', problem: 'refused', words });
    expect(await led(4, `${root}index.html`)).toMatchObject({ status: 'failed', problem: 'refused' });
    expect(mayFetch.mock.calls.map(([origin]) => origin)).toEqual([
      'http://good.example',
      'https://next.example',
      'https://bad.example',
    ]);
    expect(fetched).toEqual(['good.example', 'next.example']);
  });
  it('takes back what the reader is being asked for those alone who have ended, and asks anew when it is wanted again', async () => {
    const asked: ((may: boolean) => void)[] = [];
    const withdrawn: string[] = [];
    const mayFetch = (origin: string, _: boolean, takenBack: Promise<void>): Promise<boolean> => {
      void takenBack.then(() => withdrawn.push(origin));
      return new Promise((allow) => asked.push(allow));
    };
    const run = new PythonNetwork().open({ mayFetch });
    const [both, alone] = ['https://both.example/', 'https://alone.example/'] as const;
    const stays = run.fetch(1, get(both));
    void run.fetch(1001, get(both));
    const goes = run.fetch(1002, get(alone));
    await Promise.resolve();
    run.abandonAll(1000, 2000);
    await Promise.resolve();
    expect(withdrawn).toEqual(['https://alone.example']);
    asked[1]?.(false);
    expect(await goes).toMatchObject({ status: 'failed' });
    const anew = run.fetch(2, get(alone));
    await Promise.resolve();
    for (const allow of asked) allow(true);
    expect([await stays, await anew]).toMatchObject([{ status: 'answered' }, { status: 'answered' }]);
    expect([asked.length, door.fetch.mock.calls.length]).toEqual([3, 2]);
  });
  it('asks about no more sites than a reader could answer for', async () => {
    const mayFetch = vi.fn<() => Promise<boolean>>(() => new Promise(() => undefined));
    const run = new PythonNetwork().open({ mayFetch });
    const answers: PythonAnswer[] = [];
    for (let host = 0; host < 6000; host += 1)
      void run.fetch(host, get(`https://host${host}.example/`)).then((one) => answers.push(one));
    await vi.waitFor(() => expect(answers).toHaveLength(5800));
    expect(mayFetch).toHaveBeenCalledTimes(200);
    expect(answers.every((one) => one.status === 'failed' && one.problem === 'refused')).toBe(true);
  });
  it('asks no site after the request was given up while the reader thought', async () => {
    let allow: (may: boolean) => void = () => undefined;
    const run = new PythonNetwork().open({ mayFetch: () => new Promise((resolve) => (allow = resolve)) });
    const asked = run.fetch(1, get('https://good.example/'));
    run.end();
    allow(true);
    expect(await asked).toMatchObject({ status: 'failed' });
    expect(door.fetch).not.toHaveBeenCalled();
  });
  it('starts its worker once, ahead of the first request where that is wished', async () => {
    const network = new PythonNetwork();
    await network.warm();
    await network.warm();
    await network.open({}).fetch(1, get('https://www.python.org/'));
    expect(opened).toBe(1);
  });
  it('starts another worker when one has died', async () => {
    door.fetch.mockRejectedValueOnce(new Error('gone'));
    const run = new PythonNetwork().open({});
    expect(await run.fetch(1, get('https://www.python.org/'))).toMatchObject({
      status: 'failed',
      problem: 'unreachable',
    });
    expect(await run.fetch(2, get('https://www.python.org/'))).toMatchObject({ status: 'answered' });
    expect(opened).toBe(2);
  });
});
