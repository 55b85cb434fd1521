import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PythonOutput } from '../../core/python/python';
import type { ProcessNews } from '../../core/python/pythonProcesses';
import type { Interpreter } from './interpreter';
import { OutputTurns } from './outputTurns';
import { PythonProcesses } from './pythonProcesses';
import { leaseOf, type Lease } from './interpreterPool';

/** An interpreter that never ends what it runs, unless it is closed. */
class StandIn {
  readonly close = vi.fn<() => void>(() => this.#end(new DOMException('It was closed.', 'AbortError')));
  readonly replies: unknown[] = [];
  readonly signals: number[] = [];
  #end: (reason: Error) => void = () => undefined;
  readonly interpreter = {
    cells: null,
    listen: () => undefined,
    close: this.close,
    client: { call: (ask: (remote: unknown) => Promise<unknown>) => ask(this.#remote) },
  } as unknown as Interpreter;
  readonly #remote = {
    run: () => new Promise((_, reject) => (this.#end = reject)),
    interrupt: () => Promise.resolve(),
    signal: (number: number) => Promise.resolve(void this.signals.push(number)),
    ring: () => Promise.resolve(),
    reply: (_: number, answer: unknown) => Promise.resolve(void this.replies.push(answer)),
  };
}

const work = (slot: number, pid: number): ProcessNews => ({
  kind: 'startProcess',
  order: { slot, pid, parentSlot: 0, parentPid: 42, name: `Process-${pid - 42}`, task: new Uint8Array(0) },
});
const asks = (operation: string, ...args: readonly unknown[]): ProcessNews => ({
  kind: 'memoryCall',
  thread: 1,
  operation,
  args,
});

function begin() {
  const first = new StandIn();
  const taken: { readonly stand: StandIn; readonly signal: AbortSignal | undefined; readonly come: () => void }[] = [];
  const printed: PythonOutput[] = [];
  const forget = vi.fn<(pid: number) => void>();
  const interpreters = {
    lend: (signal?: AbortSignal) =>
      new Promise<Lease>((resolve, reject) => {
        const stand = new StandIn();
        const { interpreter, close } = stand;
        taken.push({
          stand,
          signal,
          come: () => resolve(leaseOf(interpreter, { giveBack: () => undefined, end: () => close() })),
        });
        signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      }),
  };
  const processes = new PythonProcesses({
    program: { source: '', fileName: 'a.py', switchIntervalMs: 5 },
    sinks: {
      events: () => undefined,
      output: (pieces) => void printed.push(...pieces),
      ask: () => Promise.resolve(null),
    },
    first: first.interpreter,
    interpreters,
    outputs: new OutputTurns(),
    hear: () => undefined,
    forget,
  });
  return { first, taken, processes, printed, forget };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('processes of a run', () => {
  it('end one that will not unwind, although another has its place by then', async () => {
    const { first, taken, processes } = begin();
    processes.hear(asks('newProcess'));
    processes.hear(work(1, 43));
    taken[0]?.come();
    await vi.advanceTimersByTimeAsync(10);
    processes.hear({ kind: 'signalProcess', slot: 1, pid: 43, signal: 15 });
    processes.hear(asks('exitCode', 1, 43, false));
    processes.hear(asks('bury', 1, 43));
    processes.hear(asks('newProcess'));
    expect(first.replies).toEqual([1, -15, undefined, 1]);
    processes.hear(work(1, 44));
    taken[1]?.come();
    await vi.advanceTimersByTimeAsync(300);
    expect(taken[0]?.stand.close).toHaveBeenCalledOnce();
    expect(taken[1]?.stand.close).not.toHaveBeenCalled();
    processes.end();
    await vi.advanceTimersByTimeAsync(300);
    expect(taken[1]?.stand.close).toHaveBeenCalledOnce();
  });

  it('leave a signal to one that takes it itself, and kill it all the same', async () => {
    const { taken, processes } = begin();
    processes.hear(asks('newProcess'));
    processes.hear(work(1, 43));
    taken[0]?.come();
    await vi.advanceTimersByTimeAsync(10);
    processes.hear({ kind: 'memoryCall', thread: null, operation: 'takeSignals', args: [1 << 15, 0] }, 1, 43);
    processes.hear({ kind: 'signalProcess', slot: 1, pid: 43, signal: 15 });
    await vi.advanceTimersByTimeAsync(1000);
    expect([taken[0]?.stand.signals, taken[0]?.stand.close.mock.calls.length]).toEqual([[15], 0]);
    processes.hear({ kind: 'signalProcess', slot: 1, pid: 43, signal: 9 });
    await vi.advanceTimersByTimeAsync(1000);
    expect([taken[0]?.stand.signals, taken[0]?.stand.close.mock.calls.length]).toEqual([[15], 1]);
  });

  it('leave one alone whose place another had when it was signalled', async () => {
    const { taken, processes } = begin();
    processes.hear(asks('newProcess'));
    processes.hear(work(1, 43));
    processes.hear(asks('end', 1, 43, 0));
    processes.hear(asks('bury', 1, 43));
    processes.hear(asks('newProcess'));
    processes.hear(work(1, 44));
    taken[1]?.come();
    await vi.advanceTimersByTimeAsync(10);
    processes.hear({ kind: 'signalProcess', slot: 1, pid: 43, signal: 9 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(taken[1]?.stand.close).not.toHaveBeenCalled();
  });

  it('look for no interpreter for one that was killed before it had any', async () => {
    const { taken, processes, printed } = begin();
    processes.hear(asks('newProcess'));
    processes.hear(work(1, 43));
    processes.hear({ kind: 'signalProcess', slot: 1, pid: 43, signal: 9 });
    await vi.advanceTimersByTimeAsync(0);
    expect(taken[0]?.signal?.aborted).toBe(true);
    expect(printed).toEqual([]);
  });

  it('forget at once what a killed one has asked of others', async () => {
    const { taken, processes, forget } = begin();
    processes.hear(asks('newProcess'));
    processes.hear(work(1, 43));
    taken[0]?.come();
    await vi.advanceTimersByTimeAsync(10);
    expect(forget).not.toHaveBeenCalled();
    processes.hear({ kind: 'signalProcess', slot: 1, pid: 43, signal: 9 });
    expect(forget).toHaveBeenCalledExactlyOnceWith(43);
  });

  it('leave one alone that is buried and tidies up', async () => {
    const { taken, processes, forget } = begin();
    processes.hear(asks('newProcess'));
    processes.hear(work(1, 43));
    taken[0]?.come();
    await vi.advanceTimersByTimeAsync(10);
    processes.hear(asks('end', 1, 43, 0));
    processes.hear(asks('bury', 1, 43));
    processes.hear({ kind: 'signalProcess', slot: 1, pid: 43, signal: 9 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(taken[0]?.stand.close).not.toHaveBeenCalled();
    expect(forget).not.toHaveBeenCalled();
  });

  it('end one that tidies up for ever when the run is over', async () => {
    const { taken, processes } = begin();
    processes.hear(asks('newProcess'));
    processes.hear(work(1, 43));
    taken[0]?.come();
    await vi.advanceTimersByTimeAsync(10);
    processes.hear(asks('end', 1, 43, 0));
    processes.end();
    await vi.advanceTimersByTimeAsync(1000);
    expect(taken[0]?.stand.close).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1500);
    expect(taken[0]?.stand.close).toHaveBeenCalledOnce();
  });

  it('do for a program what an operating system would, and nothing else', () => {
    const { first, processes } = begin();
    for (const operation of ['constructor', 'seized', 'awaitRing', 'ringProcess', 'toString'])
      processes.hear(asks(operation, 0, 1e9));
    processes.hear(asks('read', 0, -5, false));
    processes.hear({ kind: 'memory', buffer: new SharedArrayBuffer(8) });
    processes.hear({ kind: 'memory', buffer: new ArrayBuffer(8) });
    expect(first.replies).toEqual([]);
    processes.hear(asks('newPipe'));
    processes.hear(asks('write', 0, 'text', false));
    expect(first.replies).toEqual([0]);
  });

  it('start none at a place that its parent has not made for it', async () => {
    const { taken, processes } = begin();
    processes.hear(asks('newProcess'));
    for (const [slot, pid] of [
      [0, 42],
      [1, 44],
      [2, 0],
      [31, 10 ** 12],
    ] as const)
      processes.hear(work(slot, pid));
    processes.hear({ kind: 'signalProcess', slot: 0, pid: 42, signal: 9 });
    expect(taken).toHaveLength(0);
    processes.hear(work(1, 43));
    processes.hear(work(1, 43));
    await vi.advanceTimersByTimeAsync(10);
    expect(taken).toHaveLength(1);
  });
});
