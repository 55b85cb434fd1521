import { epochMs } from '../../core/base/clock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PythonAbilities, PythonOrder, PythonOutcome, PythonSinks } from '../../core/python/python';
import { StrategyFailure } from '../../core/experiment/experiment';
import { stoppedError } from '../../runtime/stopping';
import { PythonRun, type RunPhase } from './pythonRun';

const abilities: PythonAbilities = { version: '3.14.2', threads: true, preemption: 'signal' };
const order: PythonOrder = { source: 'print()', fileName: 'a.py', switchIntervalMs: 5 };
const finished: PythonOutcome = { status: 'finished', exitCode: 0, elapsedMs: 10 };

/** A Python that does what a test says. */
class StandIn {
  boot = vi.fn<(onBoot: (fraction: number, words: string) => void) => Promise<PythonAbilities>>(() =>
    Promise.resolve(abilities),
  );
  /** Whether Python notices a Ctrl+C. */
  hears = true;
  keyboardInterrupt = vi.fn<() => () => boolean>(() => () => this.hears);
  script: (sinks: PythonSinks, signal: AbortSignal) => Promise<PythonOutcome> = () => Promise.resolve(finished);
  run(_: PythonOrder, sinks: PythonSinks, signal: AbortSignal): Promise<PythonOutcome> {
    sinks.begin?.(epochMs(1000));
    return this.script(sinks, signal);
  }
}

function begin(): { readonly python: StandIn; readonly run: PythonRun; readonly kinds: RunPhase['kind'][] } {
  const python = new StandIn();
  const run = new PythonRun(python);
  const kinds: RunPhase['kind'][] = ['idle'];
  run.store.subscribe(({ phase }) => {
    if (kinds.at(-1) !== phase.kind) kinds.push(phase.kind);
  });
  return { python, run, kinds };
}

const phaseOf = (run: PythonRun): RunPhase => run.store.getState().phase;
const untilStopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(stoppedError())));

beforeEach(() => {
  vi.stubGlobal('document', { hidden: false, addEventListener: () => undefined, removeEventListener: () => undefined });
  // No frame is ever drawn here: what must be seen at the end cannot wait for one.
  vi.stubGlobal('requestAnimationFrame', () => 0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a run of a program', () => {
  it('goes from its turn to its end, with all that was told on the way', async () => {
    const { python, run, kinds } = begin();
    python.script = (sinks) => {
      sinks.events([
        { at: epochMs(1002), lane: 'main', kind: 'start', laneKind: 'main', name: 'MainThread' },
        { at: epochMs(1002), lane: 'main', kind: 'run' },
      ]);
      sinks.output([{ stream: 'stdout', lane: 'main', text: 'hello\n' }]);
      return Promise.resolve(finished);
    };
    await run.run(order);
    expect(kinds).toEqual(['idle', 'waiting', 'booting', 'running', 'ended']);
    expect(phaseOf(run)).toEqual({ kind: 'ended', end: finished });
    const { spans, names } = run.store.getState();
    expect(spans?.live).toBe(false);
    expect(spans?.until()).toBe(10);
    expect(spans?.lanes()[0]?.spans[0]?.from).toBe(2);
    expect(names.get('main')).toBe('MainThread');
    expect(run.console.text()).toBe('hello\n');
  });

  it('waits for its turn, and can be stopped while it waits', async () => {
    const first = begin();
    const second = begin();
    first.python.script = (_, signal) => untilStopped(signal);
    const firstEnds = first.run.run(order);
    await vi.waitFor(() => expect(phaseOf(first.run).kind).toBe('running'));
    const secondEnds = second.run.run(order);
    await Promise.resolve();
    expect(phaseOf(second.run).kind).toBe('waiting');
    second.run.stop();
    await secondEnds;
    expect(phaseOf(second.run)).toEqual({ kind: 'ended', end: { status: 'stopped', elapsedMs: 0 } });
    expect(second.python.boot).not.toHaveBeenCalled();
    first.run.stop();
    await firstEnds;
    expect(phaseOf(first.run)).toMatchObject({ end: { status: 'stopped' } });
  });

  it('passes Ctrl+C on while a program runs, and takes back a question that nobody waits for any more', async () => {
    const { python, run } = begin();
    let end: (outcome: PythonOutcome) => void = () => undefined;
    let withdraw: () => void = () => undefined;
    python.script = (sinks) => {
      void sinks.ask('main', new Promise((resolve) => (withdraw = resolve)));
      return new Promise((resolve) => (end = resolve));
    };
    run.keyboardInterrupt();
    expect(python.keyboardInterrupt).not.toHaveBeenCalled();
    const runs = run.run(order);
    await vi.waitFor(() => expect(run.store.getState().questions).toHaveLength(1));
    run.keyboardInterrupt();
    expect(python.keyboardInterrupt).toHaveBeenCalledOnce();
    expect(run.console.text()).toBe('^C\n');
    withdraw();
    await vi.waitFor(() => expect(run.store.getState().questions).toEqual([]));
    end(finished);
    await runs;
    expect(phaseOf(run)).toEqual({ kind: 'ended', end: finished });
  });

  it('says while Python has not noticed a Ctrl+C', async () => {
    vi.useFakeTimers();
    const { python, run } = begin();
    python.hears = false;
    python.script = (_, signal) => untilStopped(signal);
    const ends = run.run(order);
    await vi.waitFor(() => expect(phaseOf(run).kind).toBe('running'));
    const unheard = (): boolean => run.store.getState().unheard;
    run.keyboardInterrupt();
    expect(unheard()).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(unheard()).toBe(true);
    python.hears = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(unheard()).toBe(false);
    python.hears = false;
    run.keyboardInterrupt();
    await vi.advanceTimersByTimeAsync(1000);
    run.stop();
    await ends;
    expect(unheard()).toBe(false);
  });

  it('puts questions to the reader, after what was printed before them', async () => {
    const { python, run } = begin();
    python.script = async (sinks) => {
      sinks.output([{ stream: 'stdout', lane: 'main', text: 'Who? ' }]);
      const line = await sinks.ask('main');
      sinks.output([
        { stream: 'stdout', lane: 'main', text: `${line}, ${await sinks.mayFetch?.('https://example.org', true)}\n` },
      ]);
      return finished;
    };
    const ends = run.run(order);
    const asked = () => run.store.getState().questions;
    await vi.waitFor(() => expect(asked()).toMatchObject([{ kind: 'input', lane: 'main', prompt: 'Who? ' }]));
    expect(run.console.text()).toBe('Who? ');
    run.answer(asked()[0]?.id ?? -1, 'Ada');
    await vi.waitFor(() =>
      expect(asked()).toMatchObject([{ kind: 'fetch', origin: 'https://example.org', sends: true }]),
    );
    run.allow(asked()[0]?.id ?? -1, false);
    await ends;
    expect(run.console.text()).toBe('Who? Ada\nAda, false\n');
    expect(asked()).toEqual([]);
  });

  it('asks a thread’s latest question only, and shows a flood of them a few times', async () => {
    const { python, run } = begin();
    let answered = 0;
    python.script = (sinks, signal) => {
      for (let time = 0; time < 20_000; time += 1) void sinks.ask('main').then(() => (answered += 1));
      for (let lane = 0; lane < 2000; lane += 1) void sinks.ask(`thread-${lane}`);
      return untilStopped(signal);
    };
    const shown: number[] = [];
    run.store.subscribe(({ questions }, { questions: before }) => questions !== before && shown.push(questions.length));
    const ends = run.run(order);
    await vi.waitFor(() => expect(shown.at(-1)).toBe(1000), { timeout: 3000 });
    expect(shown.length).toBeLessThan(200);
    expect(answered).toBe(0);
    run.stop();
    await ends;
    expect(run.store.getState().questions).toEqual([]);
  });

  it('puts no question of a program that is stopped', async () => {
    const { python, run } = begin();
    python.script = async (sinks, signal) => {
      await untilStopped(signal).catch(() => void sinks.ask('main'));
      return { status: 'stopped', elapsedMs: 5 };
    };
    const ends = run.run(order);
    await vi.waitFor(() => expect(phaseOf(run).kind).toBe('running'));
    run.stop();
    expect(run.store.getState().questions).toEqual([]);
    await ends;
  });

  it('holds the beginning of a trace that is too long, and says so', async () => {
    const { python, run } = begin();
    python.script = (sinks) => {
      sinks.events(
        Array.from({ length: 20_000 }, (_, lane) => ({
          at: epochMs(1002),
          lane: `lane-${lane}`,
          kind: 'start',
          laneKind: 'thread',
          name: `Thread-${lane}`,
        })),
      );
      return Promise.resolve(finished);
    };
    await run.run(order);
    expect(run.store.getState().names.size).toBe(5000);
    expect(run.store.getState().cut).toBe(true);
    python.script = () => Promise.resolve(finished);
    await run.run(order);
    expect(run.store.getState().cut).toBe(false);
  });

  it('begins once, whatever is told in its name', async () => {
    const { python, run } = begin();
    python.script = (sinks) => {
      const { spans } = run.store.getState();
      for (let time = 0; time < 1000; time += 1) sinks.begin?.(epochMs(-1e300));
      sinks.output([{ stream: 'stdout', lane: 'main', text: String(run.store.getState().spans === spans) }]);
      return Promise.resolve(finished);
    };
    await run.run(order);
    expect(run.console.text()).toBe('true');
  });

  it('takes a question back that nobody waits for any more', async () => {
    const { python, run } = begin();
    let takeBack = (): void => undefined;
    const withdrawn = new Promise<void>((resolve) => (takeBack = resolve));
    python.script = async (sinks) => {
      sinks.output([
        {
          stream: 'stdout',
          lane: 'main',
          text: String(await sinks.mayFetch?.('https://example.org', false, withdrawn)),
        },
      ]);
      return finished;
    };
    const ends = run.run(order);
    await vi.waitFor(() => expect(run.store.getState().questions.length).toBe(1));
    takeBack();
    await ends;
    expect(run.console.text()).toBe('false');
  });

  it('goes when it was dismissed: at once, or with its end', async () => {
    const { python, run } = begin();
    python.script = (_, signal) => untilStopped(signal);
    const ends = run.run(order);
    await vi.waitFor(() => expect(phaseOf(run).kind).toBe('running'));
    run.dismiss();
    expect(run.running).toBe(true);
    await ends;
    expect(run.store.getState()).toMatchObject({ phase: { kind: 'idle' }, order: null });
    python.script = () => Promise.resolve(finished);
    await run.run(order);
    expect(phaseOf(run).kind).toBe('ended');
    run.dismiss();
    expect(phaseOf(run).kind).toBe('idle');
  });

  it('tells in words when Python is lost, and runs again', async () => {
    const { python, run } = begin();
    python.boot.mockRejectedValueOnce(new StrategyFailure('It cannot be fetched.'));
    await run.run(order);
    expect(phaseOf(run)).toMatchObject({ end: { status: 'lost', reason: 'It cannot be fetched.', remedy: 'retry' } });
    await run.run(order);
    expect(phaseOf(run)).toMatchObject({ end: finished });
    expect(run.store.getState().count).toBe(2);
  });

  it('has ended for good: a start of Python that is told later changes nothing', async () => {
    const { python, run } = begin();
    await run.run(order);
    python.boot.mock.lastCall?.[0](0.5, 'Fetching Python');
    expect(phaseOf(run)).toEqual({ kind: 'ended', end: finished });
  });

  it('forgets the last run when the next begins, or when it is told to', async () => {
    const { python, run } = begin();
    python.script = (sinks) => {
      sinks.output([{ stream: 'stdout', lane: 'main', text: 'once\n' }]);
      return Promise.resolve(finished);
    };
    await run.run(order);
    await run.run(order);
    expect(run.console.text()).toBe('once\n');
    run.clear();
    expect(phaseOf(run)).toEqual({ kind: 'idle' });
    expect(run.console.lines()).toEqual([]);
    expect(run.store.getState().spans).toBeNull();
  });
});
