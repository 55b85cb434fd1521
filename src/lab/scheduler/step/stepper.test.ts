import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WatchedRun } from '../../../core/python/pythonSchedules';
import { ModelReplayer, modelProgram, written } from './model.fixture';
import { Stepper, type StepperState } from './stepper';

const counter = modelProgram('counter');
const started = modelProgram('started', true);

function stepper(): {
  readonly own: Stepper;
  readonly python: ModelReplayer;
  readonly state: () => StepperState;
  readonly where: () => string;
} {
  const python = new ModelReplayer();
  const own = new Stepper(python);
  return { own, python, state: () => own.store.getState(), where: () => written(own.store.getState()) };
}

const pressAll = (own: Stepper, threads: readonly number[]): Promise<unknown> =>
  Promise.all(threads.map((thread) => own.choose(thread)));
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

afterEach(() => vi.useRealTimers());

describe('a stepped run', () => {
  it('begins where nobody has taken a step', async () => {
    const { own, state } = stepper();
    const opened = own.open(counter);
    expect(state().phase).toEqual({ kind: 'opening' });
    await opened;
    expect(state()).toMatchObject({ phase: { kind: 'ready' }, at: 0, outcome: null, busy: false });
    expect(state().moments).toHaveLength(1);
    expect(state().run?.outcome).toBeNull();
  });

  it('goes one step further with each choice, and asks for the new state only', async () => {
    const { own, python, state, where } = stepper();
    await own.open(counter);
    await own.choose(1);
    await own.choose(0);
    expect(where()).toBe('10');
    expect(state().moments).toHaveLength(3);
    expect(python.asked.at(-1)).toEqual({ prefix: [1, 0], maxSteps: 5000, from: 2 });
  });

  it('comes to the lost update, and to its end', async () => {
    const { own, state } = stepper();
    await own.open(counter);
    await pressAll(own, [0, 0, 1, 1, 1, 1, 1, 0, 0, 0]);
    expect(state()).toMatchObject({ at: 10, outcome: { kind: 'finished' } });
    expect(JSON.stringify(state().outcome)).toContain('counter');
    expect(state().moments.at(-1)?.enabled).toEqual([]);
  });

  it('tells a deadlock, and nobody can go on', async () => {
    const { own, python, state } = stepper();
    await own.open(modelProgram('abba'));
    await pressAll(own, [0, 1]);
    expect(state().outcome?.kind).toBe('deadlock');
    const before = python.asked.length;
    await pressAll(own, [0, 1, 2]);
    expect(state().at).toBe(2);
    expect(python.asked).toHaveLength(before);
  });

  it('can be opened at the end of a schedule, or at one of its steps', async () => {
    const { own, state, where } = stepper();
    await own.open(counter, [0, 1, 0]);
    expect(where()).toBe('010');
    await own.open(counter, [0, 1, 0], 1);
    expect(where()).toBe('0');
    expect(state().moments).toHaveLength(4);
    await own.open(counter, [0, 1, 0], 99);
    expect(where()).toBe('010');
  });

  it('can be started anew: then nothing can be done again, and nobody was asked', async () => {
    const { own, python, state, where } = stepper();
    await own.open(started);
    await pressAll(own, [1, 2, 1]);
    const asked = python.asked.length;
    await own.startAnew();
    expect(python.asked).toHaveLength(asked);
    expect(state().moments).toHaveLength(state().at + 1);
    expect(state()).toMatchObject({ outcome: null, run: { outcome: null } });
    const beginning = where();
    own.redo();
    expect(where()).toBe(beginning);
    await own.choose(2);
    expect(where()).toBe(`${beginning}2`);
  });

  it('says so where a schedule does not fit the program', async () => {
    const { own, state } = stepper();
    await own.open(modelProgram('abba'), [0, 0, 0, 0, 0, 1]);
    expect(state()).toMatchObject({ at: 4, outcome: { kind: 'abandoned', why: 'diverged' } });
    await own.choose(1);
    expect(state()).toMatchObject({ at: 5, outcome: null });
  });
});

describe('going back', () => {
  it('asks nobody, and what was undone can be done again', async () => {
    const { own, python, state, where } = stepper();
    await own.open(counter);
    await pressAll(own, [0, 1, 0, 1]);
    const asked = python.asked.length;
    own.undo();
    expect(where()).toBe('010');
    own.undo(2);
    expect(where()).toBe('0');
    own.redo();
    expect(where()).toBe('01');
    own.restart();
    expect(where()).toBe('');
    own.undo();
    expect(where()).toBe('');
    own.goTo(99);
    expect(where()).toBe('0101');
    own.redo(3);
    expect(where()).toBe('0101');
    expect(python.asked).toHaveLength(asked);
    expect(state().moments).toHaveLength(5);
  });

  it('and choosing the same again asks nobody; choosing otherwise forgets what was undone', async () => {
    const { own, python, state, where } = stepper();
    await own.open(counter);
    await pressAll(own, [0, 1, 0, 1]);
    own.goTo(1);
    const asked = python.asked.length;
    await own.choose(1);
    expect(where()).toBe('01');
    expect(python.asked).toHaveLength(asked);
    await own.choose(1);
    expect(where()).toBe('011');
    expect(state().run?.steps).toHaveLength(3);
    expect(state().moments).toHaveLength(4);
  });

  it('takes the outcome away, and going forward brings it back', async () => {
    const { own, state } = stepper();
    await own.open(modelProgram('abba'), [0, 1]);
    expect(state().outcome?.kind).toBe('deadlock');
    own.undo();
    expect(state().outcome).toBeNull();
    own.redo();
    expect(state().outcome?.kind).toBe('deadlock');
  });

  it('goes back 500 steps at once', async () => {
    const { own, python, state } = stepper();
    await own.open(
      modelProgram('busyMain'),
      Array.from({ length: 44 }, () => 0),
    );
    own.undo(500);
    expect(state().at).toBe(0);
    expect(python.asked).toHaveLength(1);
  });
});

describe('where the main thread goes first', () => {
  it('begins where there is something to choose', async () => {
    const { own, state, where } = stepper();
    await own.open(started);
    expect(where()).toBe('0000');
    expect(state().moments[4]?.enabled).toEqual([1, 2]);
    expect(state().run).toMatchObject({ outcome: null });
  });

  it('takes its steps along with the choice before them', async () => {
    const { own, where, state } = stepper();
    await own.open(started);
    await pressAll(own, [1, 1, 1, 1, 1]);
    // The first has ended: the main thread has joined it.
    expect(where()).toBe('0000111110');
    await pressAll(own, [2, 2, 2, 2, 2]);
    expect(where()).toBe('00001111102222200');
    expect(state().outcome?.kind).toBe('finished');
  });

  it('undoes them along with it', async () => {
    const { own, where } = stepper();
    await own.open(started);
    await pressAll(own, [1, 1, 1, 1, 1, 2]);
    own.undo();
    expect(where()).toBe('0000111110');
    own.undo();
    expect(where()).toBe('00001111');
    own.redo();
    expect(where()).toBe('0000111110');
    own.restart();
    expect(where()).toBe('0000');
    own.undo();
    expect(where()).toBe('0000');
  });

  it('can be scrubbed to one of them, and goes on from there', async () => {
    const { own, where } = stepper();
    await own.open(started);
    own.goTo(2);
    expect(where()).toBe('00');
    await own.choose(1);
    expect(where()).toBe('00');
    await own.choose(0);
    expect(where()).toBe('0000');
  });

  it('takes however many of them there are', async () => {
    const { own, where, python } = stepper();
    await own.open(modelProgram('busyMain', true));
    expect(where()).toBe('0'.repeat(41));
    expect(python.asked).toHaveLength(1);
  });

  it('is opened at a choice when a schedule is to be gone through', async () => {
    const { own, where } = stepper();
    await own.open(started, [0, 0, 0, 0, 1, 2], 0);
    expect(where()).toBe('0000');
  });
});

describe('presses that come while a step is computed', () => {
  it('wait their turn', async () => {
    const { own, python, where } = stepper();
    await own.open(counter);
    let open: (() => void) | undefined;
    python.delay = () => new Promise<void>((resolve) => (open = resolve));
    const both = pressAll(own, [0, 1]);
    await settle();
    expect(python.asked).toHaveLength(2);
    own.undo();
    expect(where()).toBe('');
    python.delay = () => Promise.resolve();
    open?.();
    await both;
    await settle();
    // Step, step, undo, in this order.
    expect(where()).toBe('0');
  });

  it('do nothing if that thread cannot go on when their turn comes', async () => {
    const { own, state } = stepper();
    await own.open(modelProgram('abba'));
    await pressAll(own, [0, 0, 1, 1]);
    expect(state().at).toBe(2);
  });

  it('are heard while the program is being opened', async () => {
    const { own, where } = stepper();
    const opened = own.open(counter);
    await own.choose(1);
    await opened;
    expect(where()).toBe('1');
  });

  it('do not reach a program that is opened meanwhile', async () => {
    const { own, python, where, state } = stepper();
    await own.open(counter);
    python.delay = () => new Promise((resolve) => setTimeout(resolve, 20));
    void own.choose(1);
    void own.choose(0);
    await settle();
    await own.open(modelProgram('abba'));
    await own.choose(0);
    expect(where()).toBe('0');
    expect(state().program?.source).toBe('abba');
    expect(python.asked).toHaveLength(4);
  });

  it('make it say that it is busy only if the step takes long', async () => {
    vi.useFakeTimers();
    const { own, python, state } = stepper();
    await own.open(counter);
    python.delay = () => new Promise((resolve) => setTimeout(resolve, 400));
    const pressed = own.choose(0);
    expect(state().busy).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(state().busy).toBe(true);
    await vi.advanceTimersByTimeAsync(300);
    await pressed;
    expect(state().busy).toBe(false);
  });
});

describe('when Python cannot', () => {
  it('says that a program does not compile', async () => {
    const { own, state } = stepper();
    await own.open(modelProgram('nonsense'));
    expect(state().phase).toEqual({ kind: 'refused', words: 'SyntaxError: nonsense' });
    await own.choose(0);
    own.undo();
    own.play({ kind: 'round robin' }, 1000);
    await settle();
    expect(state().playing).toBeNull();
  });

  it('says that a step was lost, and can be opened again', async () => {
    const { own, python, state } = stepper();
    await own.open(counter);
    python.delay = () => Promise.reject(new Error('gone'));
    await own.choose(0);
    expect(state().phase.kind).toBe('lost');
    expect(state().at).toBe(0);
    // Where the reader goes back, another step may be possible.
    own.undo();
    expect(state().phase.kind).toBe('ready');
    await own.choose(0);
    expect(state().phase.kind).toBe('lost');
    python.delay = () => Promise.resolve();
    await own.open(counter);
    expect(state().phase.kind).toBe('ready');
  });

  it('shows a program anew that did not do again what it had done', async () => {
    const { own, python, state } = stepper();
    await own.open(counter);
    await pressAll(own, [0, 1]);
    const honest = python.step.bind(python);
    python.step = (program, prefix, wishes) => honest({ ...program, source: 'abba' }, prefix, wishes);
    await own.choose(1);
    expect(state()).toMatchObject({ at: 2, outcome: { kind: 'deadlock' } });
    expect(state().moments).toHaveLength(3);
  });

  it('tells of a step that does not come to its end', async () => {
    const { own, python, state } = stepper();
    await own.open(counter);
    await own.choose(0);
    const honest = python.step.bind(python);
    python.step = async (program, prefix, wishes): Promise<WatchedRun> => {
      const { result } = await honest(program, prefix, wishes);
      return { result: { ...result, outcome: { kind: 'abandoned', why: 'steps' } }, moments: [] };
    };
    await own.choose(1);
    expect(state()).toMatchObject({ at: 2, outcome: { kind: 'abandoned', why: 'steps' } });
    expect(state().moments.at(-1)?.enabled).toEqual([]);
  });
});

describe('playing', () => {
  const run = async (seed: number): Promise<string> => {
    const { own, where, state } = stepper();
    await own.open(counter);
    own.play({ kind: 'random', seed }, 1_000_000);
    await vi.waitFor(() => expect(state().playing).toBeNull());
    return where();
  };

  it('goes on to the end, and stops there', async () => {
    const { own, where, state } = stepper();
    await own.open(counter);
    own.play({ kind: 'round robin' }, 1_000_000);
    expect(state().playing?.stepsPerSecond).toBe(1_000_000);
    await vi.waitFor(() => expect(state().playing).toBeNull());
    expect(where()).toBe('0101010101');
    expect(state().outcome?.kind).toBe('finished');
  });

  it('does the same for the same seed', async () => {
    expect(await run(7)).toBe(await run(7));
    expect(await run(7)).not.toBe(await run(8));
  });

  it('keeps to its speed', async () => {
    vi.useFakeTimers();
    const { own, state } = stepper();
    await own.open(counter);
    own.play({ kind: 'until blocked' }, 2);
    await vi.advanceTimersByTimeAsync(1400);
    expect(state().at).toBe(3);
  });

  it('ends when the reader chooses, goes back or pauses', async () => {
    vi.useFakeTimers();
    const { own, state } = stepper();
    await own.open(counter);
    for (const act of [() => void own.choose(1), () => own.undo(), () => own.pause(), () => own.restart()]) {
      own.play({ kind: 'round robin' }, 10);
      await vi.advanceTimersByTimeAsync(150);
      expect(state().playing).not.toBeNull();
      act();
      await vi.advanceTimersByTimeAsync(1);
      const { at } = state();
      expect(state().playing).toBeNull();
      await vi.advanceTimersByTimeAsync(1000);
      expect(state().at).toBe(at);
    }
  });

  it('is one, however often it is begun', async () => {
    vi.useFakeTimers();
    const { own, python, state } = stepper();
    await own.open(counter);
    python.delay = () => new Promise((resolve) => setTimeout(resolve, 30));
    for (let time = 0; time < 5; time += 1) {
      own.play({ kind: 'round robin' }, 10);
      own.pause();
    }
    own.play({ kind: 'round robin' }, 10);
    await vi.advanceTimersByTimeAsync(480);
    // The step that the first had begun, and five in half a second.
    expect(state().at).toBe(6);
    own.pause();
    await vi.advanceTimersByTimeAsync(500);
    expect(state().at).toBe(6);
  });

  it('goes over what was undone where it would choose the same', async () => {
    const { own, python, where, state } = stepper();
    await own.open(counter, [0, 1, 0, 1]);
    own.restart();
    const asked = python.asked.length;
    own.play({ kind: 'round robin' }, 1_000_000);
    await vi.waitFor(() => expect(state().playing).toBeNull());
    expect(where()).toBe('0101010101');
    expect(python.asked.length - asked).toBe(6);
  });
});

describe('when the reader has gone back', () => {
  const rest = (): Promise<unknown> => vi.advanceTimersByTimeAsync(100);
  const wentBack = async (): Promise<ReturnType<typeof stepper>> => {
    vi.useFakeTimers();
    const one = stepper();
    await one.own.open(counter);
    await pressAll(one.own, [0, 1, 0]);
    await rest();
    expect(one.python.asked).toHaveLength(4);
    one.own.undo(2);
    return one;
  };
  const asked = ({ python }: ReturnType<typeof stepper>): readonly string[] =>
    python.asked.slice(4).map(({ prefix, from }) => `${prefix.join('')} from ${from}`);

  it('lets the run come to where the reader rests, and no further', async () => {
    const one = await wentBack();
    one.own.redo();
    await rest();
    expect(asked(one)).toEqual(['01 from 2']);
    expect(one.python.asked.at(-1)?.maxSteps).toBe(2);
    await one.own.choose(1);
    expect(one.where()).toBe('011');
    expect(asked(one)).toEqual(['01 from 2', '011 from 3']);
  });

  it('asks for the next step at once if that is chosen before', async () => {
    const one = await wentBack();
    await one.own.choose(0);
    await rest();
    expect(one.where()).toBe('00');
    expect(asked(one)).toEqual(['00 from 2']);
  });

  it('is silent if the run cannot be made, until a step is chosen', async () => {
    const one = await wentBack();
    one.python.delay = () => Promise.reject(new Error('gone'));
    await rest();
    expect(one.state().phase.kind).toBe('ready');
    await one.own.choose(0);
    expect(one.state().phase.kind).toBe('lost');
  });

  it('asks nothing where another program is opened, or nobody can go on', async () => {
    const one = await wentBack();
    await one.own.open(modelProgram('abba'), [0, 1]);
    one.own.undo();
    one.own.redo();
    await rest();
    expect(asked(one)).toEqual(['01 from 0']);
  });
});
