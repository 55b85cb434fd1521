import { workerMs, workerNow } from '../core/base/clock';
import { expose } from 'comlink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { helloName, isNamed, lifelineName, newsName, type Hello, type LifelineRequest } from '../core/base/door';
import { StrategyFailure } from '../core/experiment/experiment';
import { isStopped, liveWorkers, openWorker, withWorkers, type WorkerClient } from './client';

interface Api {
  add(a: number, b: number): number;
  fail(name: string): number;
  never(): Promise<number>;
}

const api: Api = {
  add: (a, b) => a + b,
  fail: (name) => {
    throw Object.assign(new Error('two plus two'), { name });
  },
  never: () => new Promise(() => undefined),
};

/** The browser's locks, as far as a lifeline needs them: one holder a name, and who comes next gets it after that. */
class FakeLocks {
  readonly #queues = new Map<string, (() => void)[]>();

  request(name: string, { signal }: { signal: AbortSignal }, callback: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      this.#queues.set(name, [...(this.#queues.get(name) ?? []), () => signal.aborted || resolve(callback())]);
    });
  }

  release(name: string): void {
    this.#queues.get(name)?.shift()?.();
  }
}

/** A worker as the page sees it, with its inside in the same thread. */
class FakeWorker extends EventTarget {
  readonly terminate = vi.fn<() => void>(() => this.#inside.close());
  lock = '';
  readonly #inside: MessagePort;
  readonly #outside: MessagePort;
  readonly #clock: () => number;

  constructor(clock: () => number = workerNow) {
    super();
    this.#clock = clock;
    const { port1, port2 } = new MessageChannel();
    [this.#outside, this.#inside] = [port1, port2];
    expose(api, port2);
    port1.addEventListener('message', ({ data }) => this.say(data));
    port1.start();
  }

  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage(message: unknown): void {
    if (isNamed<LifelineRequest>(message, lifelineName)) {
      this.lock = message.lock;
      queueMicrotask(() =>
        this.say({ timeslice: helloName, now: workerMs(this.#clock()), holds: true } satisfies Hello),
      );
    } else {
      this.#outside.postMessage(message, []);
    }
  }
}

const locks = new FakeLocks();
vi.stubGlobal('navigator', { locks });

function open(
  signal = new AbortController().signal,
  fake = new FakeWorker(),
): { fake: FakeWorker; client: WorkerClient<Api> } {
  return { fake, client: openWorker<Api>(() => fake as unknown as Worker, signal) };
}

function errorEvent(message?: string): Event {
  return Object.assign(new Event('error', { cancelable: true }), message === undefined ? {} : { message });
}

afterEach(() => {
  if (liveWorkers.size > 0) throw new Error('A worker was left open.');
});

describe('openWorker', () => {
  it('brings an answer back', async () => {
    const { client } = open();
    await expect(client.call((remote) => remote.add(2, 3))).resolves.toBe(5);
    client.close();
  });

  it('hands on what the worker throws, with expected failures as such', async () => {
    const { client } = open();
    await expect(client.call((remote) => remote.fail('StrategyFailure'))).rejects.toBeInstanceOf(StrategyFailure);
    await expect(client.call((remote) => remote.fail('RangeError'))).rejects.toMatchObject({
      name: 'RangeError',
      message: 'two plus two',
    });
    await expect(client.call((remote) => remote.fail('AbortError'))).rejects.toSatisfy(isStopped);
    client.close();
  });

  it('rejects a pending call at once when the run is stopped, and terminates the worker', async () => {
    const stop = new AbortController();
    const { client, fake } = open(stop.signal);
    const pending = client.call((remote) => remote.never());
    stop.abort();
    await expect(pending).rejects.toSatisfy(isStopped);
    expect(fake.terminate).toHaveBeenCalledOnce();
  });

  it('starts nothing when the run was stopped before', () => {
    const create = vi.fn<() => Worker>();
    expect(() => openWorker(create, AbortSignal.abort())).toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(create).not.toHaveBeenCalled();
  });

  it('tells what a crash said, keeps it from the page, and refuses later calls for the same reason', async () => {
    const { client, fake } = open();
    const pending = client.call((remote) => remote.never());
    const crash = errorEvent('Uncaught Error: out of ink');
    fake.dispatchEvent(crash);
    expect(crash.defaultPrevented).toBe(true);
    await expect(pending).rejects.toThrow(/^A worker stopped with an error: out of ink\. Run it again\.$/);
    await expect(client.call((remote) => remote.add(1, 1))).rejects.toThrow(StrategyFailure);
    expect(fake.terminate).toHaveBeenCalledOnce();
  });

  it('says so when the script does not load, or an answer cannot be read', async () => {
    const unloaded = open();
    const first = unloaded.client.call((remote) => remote.never());
    unloaded.fake.dispatchEvent(errorEvent());
    await expect(first).rejects.toThrow('its script did not load');
    const unreadable = open();
    const second = unreadable.client.call((remote) => remote.never());
    unreadable.fake.dispatchEvent(new Event('messageerror'));
    await expect(second).rejects.toThrow('could not read');
  });

  it('notices by its lifeline that a worker is gone', async () => {
    const { client, fake } = open();
    await client.call((remote) => remote.add(1, 1));
    const pending = client.call((remote) => remote.never());
    locks.release(fake.lock);
    await expect(pending).rejects.toThrow(/^A worker ended before its work was done\. Run it again\.$/);
  });

  it('hands on what the worker tells meanwhile, until it is closed, and nothing else', async () => {
    const fake = new FakeWorker();
    const heard = vi.fn<(news: number) => void>();
    const client = openWorker<Api, number>(() => fake as unknown as Worker, new AbortController().signal, heard);
    await client.call((remote) => remote.add(1, 1));
    fake.say({ timeslice: newsName, news: 7 });
    client.close();
    fake.say({ timeslice: newsName, news: 8 });
    expect(heard.mock.calls).toEqual([[7]]);
  });

  it('turns a refusal of the browser into a sentence', () => {
    const refuse = (): Worker => {
      throw new Error('quota');
    };
    expect(() => openWorker(refuse, new AbortController().signal)).toThrow(/refused to start a worker \(quota\)/);
  });

  it('measures how far off a clock is', async () => {
    const { client } = open(undefined, new FakeWorker(() => workerNow() - 60_000));
    await client.call((remote) => remote.add(1, 1));
    expect(client.clockShiftMs()).toBeGreaterThan(59_000);
    expect(client.clockShiftMs()).toBeLessThanOrEqual(60_000);
    client.close();
  });
});

describe('withWorkers', () => {
  const signal = new AbortController().signal;

  it('ends all workers when the work is done, and when it fails', async () => {
    const fakes = [new FakeWorker(), new FakeWorker(), new FakeWorker()];
    const create = (index: number): Worker => fakes[index] as unknown as Worker;
    const sums = await withWorkers<Api, number[]>(create, 2, signal, (clients) =>
      Promise.all(clients.map((client, index) => client.call((remote) => remote.add(index, 10)))),
    );
    expect(sums).toEqual([10, 11]);
    await expect(
      withWorkers<Api, void>(
        (index) => create(index + 2),
        1,
        signal,
        () => Promise.reject(new Error('no')),
      ),
    ).rejects.toThrow('no');
    for (const fake of fakes) expect(fake.terminate).toHaveBeenCalledOnce();
  });

  it('ends those it started when a later one is refused', async () => {
    const fake = new FakeWorker();
    const create = (index: number): Worker => {
      if (index === 1) throw new Error('too many');
      return fake as unknown as Worker;
    };
    await expect(withWorkers<Api, void>(create, 2, signal, async () => undefined)).rejects.toThrow('too many');
    expect(fake.terminate).toHaveBeenCalledOnce();
  });

  it('fails as soon as one of several dies', async () => {
    const fakes = [new FakeWorker(), new FakeWorker()];
    const all = withWorkers<Api, number[]>(
      (index) => fakes[index] as unknown as Worker,
      2,
      signal,
      (clients) => Promise.all(clients.map((client) => client.call((remote) => remote.never()))),
    );
    fakes[1]?.dispatchEvent(errorEvent('gone'));
    await expect(all).rejects.toThrow('gone');
    for (const fake of fakes) expect(fake.terminate).toHaveBeenCalledOnce();
  });

  it('fails as soon as one dies that has nothing to do, whatever the others are doing', async () => {
    const fakes = [new FakeWorker(), new FakeWorker()];
    const some = withWorkers<Api, number | undefined>(
      (index) => fakes[index] as unknown as Worker,
      2,
      signal,
      async ([first]) => first?.call((remote) => remote.never()),
    );
    fakes[1]?.dispatchEvent(errorEvent('gone'));
    await expect(some).rejects.toThrow('gone');
    for (const fake of fakes) expect(fake.terminate).toHaveBeenCalledOnce();
  });
});
