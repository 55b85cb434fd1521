import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pythonCells, tickerEnds } from '../../core/python/python';
import { StrategyFailure } from '../../core/experiment/experiment';
import { openInterpreter } from './interpreter';

vi.mock('./confinedWorkers', () => ({ openConfinedWorkers: () => Promise.resolve(() => undefined) }));
vi.mock('../environment', () => ({ canShareMemory: () => true }));
vi.mock('./pythonFiles', () => ({
  fetchPython: () =>
    Object.fromEntries(['scripts', 'module', 'library', 'bridge', 'kernel'].map((name) => [name, Promise.resolve({})])),
}));

vi.mock('./pythonSnapshot', () => ({ findSnapshot: () => Promise.resolve(null) }));

/** What the page has of Python's own worker, which a test plays. */
let python: { die: (reason: Error) => void; say: (news: unknown) => void; readonly close: ReturnType<typeof vi.fn> };
vi.mock('../client', () => ({
  openWorker: (_: unknown, __: AbortSignal, say: (news: unknown) => void, die: (reason: Error) => void) => {
    python = { die, say, close: vi.fn<(reason?: Error) => void>() };
    const remote = {
      prepare: () => Promise.resolve(),
      boot: () =>
        Promise.resolve({ abilities: { version: '3.14', threads: true, preemption: 'signal' }, snapshot: null }),
    };
    return {
      call: (ask: (of: typeof remote) => Promise<unknown>) => ask(remote),
      clockShiftMs: () => 0,
      close: python.close,
    };
  },
}));

/** Tickers that were started. */
let tickers: (EventTarget & { readonly terminate: ReturnType<typeof vi.fn> })[] = [];
let refusal: Error | null = null;

beforeEach(() => {
  tickers = [];
  refusal = null;
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      readonly terminate = vi.fn<() => void>();
      readonly postMessage = vi.fn<() => void>();
      constructor() {
        super();
        if (refusal !== null) throw refusal;
        tickers.push(this);
      }
    },
  );
});

describe('an interpreter', () => {
  it('tells once that it died of itself, and ends its ticker', async () => {
    const interpreter = await openInterpreter();
    const lost = vi.fn<() => void>();
    interpreter.onLost(lost);
    python.die(new StrategyFailure('gone'));
    interpreter.close();
    expect(lost).toHaveBeenCalledOnce();
    expect(interpreter.closed).toBe(true);
    expect(tickers[0]?.terminate).toHaveBeenCalled();
    expect(interpreter.cells?.[pythonCells.tickMicros]).toBe(tickerEnds);
  });

  it('tells of no loss when it is closed', async () => {
    const interpreter = await openInterpreter();
    const lost = vi.fn<() => void>();
    interpreter.onLost(lost);
    interpreter.close();
    python.die(new StrategyFailure('gone'));
    expect(lost).not.toHaveBeenCalled();
  });

  it('ends its worker when the browser refuses one for the ticker', async () => {
    refusal = new Error('too many');
    await expect(openInterpreter()).rejects.toThrow('too many');
    expect(python.close).toHaveBeenCalledOnce();
  });

  it('is lost when its ticker is, and says so to whom is waiting', async () => {
    const interpreter = await openInterpreter();
    const lost = vi.fn<() => void>();
    interpreter.onLost(lost);
    tickers[0]?.dispatchEvent(new Event('error', { cancelable: true }));
    expect(lost).toHaveBeenCalledOnce();
    expect(python.close).toHaveBeenCalledExactlyOnceWith(expect.any(StrategyFailure));
  });

  it('hands on news that makes sense, and no other', async () => {
    const interpreter = await openInterpreter();
    const heard = vi.fn<(news: unknown) => void>();
    interpreter.listen(heard);
    for (const news of [{ kind: 'explosion' }, { kind: 'abandon', id: 3, more: 1 }, null]) python.say(news);
    expect(heard.mock.calls).toEqual([[{ kind: 'abandon', id: 3 }]]);
  });

  it('knows when it is spent', async () => {
    const interpreter = await openInterpreter();
    expect(interpreter.spent).toBe(false);
    python.say({ kind: 'spent' });
    expect(interpreter.spent).toBe(true);
  });
});
