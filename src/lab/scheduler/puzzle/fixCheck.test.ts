import { describe, expect, it } from 'vitest';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { counter, lockedIncrements, philosophers } from '../../../core/schedule/model/examples';
import { joinThread, local, read, start, write, type Program } from '../../../core/schedule/model/program';
import { explore, runner } from '../../../core/schedule/model/run';
import type { RunResult, WorkItem } from '../../../core/schedule/types';
import type { Explorer } from '../explore/explorer';
import { FixCheck, type CheckPhase } from './fixCheck';
import { tallyOf } from './goals';
import type { FixPuzzle } from './puzzle';
import { sayVerdict } from './say';

/** Threads 1 and 2 are started by the main thread and do this; it waits for them. */
const started = (program: Program, inTurn = false): Program => {
  const [one = [], two = []] = program.bodies;
  const main = inTurn
    ? [start(1), joinThread(1), start(2), joinThread(2)]
    : [start(1), start(2), joinThread(1), joinThread(2)];
  return { ...program, begin: [0], bodies: [main, one, two] };
};
const locked = lockedIncrements(2, 1);

const models: Readonly<Record<string, Program>> = {
  unlocked: started(counter),
  locked: started(locked),
  'in turn': started(locked, true),
  'does nothing': started({ ...counter, bodies: [[local], [local]] }),
  spins: started({ ...counter, bodies: [[read('counter'), { op: 'jump', by: -1 }], [local]] }),
  philosophers: { ...philosophers(3), tells: 'shared' },
  'too many': started({
    ...counter,
    bodies: Array.from({ length: 2 }, () => Array.from({ length: 6 }, () => write('counter', 1))),
  }),
};

class ModelExplorer implements Explorer {
  /** How many instructions of the model a step is with the GIL. */
  perStep = 1;
  searched: string[] = [];

  async explore(
    { source, granularity }: ScheduledProgram,
    options: Parameters<Explorer['explore']>[1],
    sinks: Parameters<Explorer['explore']>[2],
  ) {
    if (source === 'no program') throw Object.assign(new Error('SyntaxError: line 1'), { name: 'NotAProgram' });
    this.searched.push(granularity);
    await Promise.resolve();
    const summary = explore(this.#runner(source, granularity), {
      ...options,
      maxRuns: sinks.signal?.aborted === true ? 0 : options.maxRuns,
    });
    sinks.onProgress?.(summary);
    return summary;
  }

  async run({ source, granularity }: ScheduledProgram, items: readonly WorkItem[]): Promise<readonly RunResult[]> {
    await Promise.resolve();
    return items.map(this.#runner(source, granularity));
  }

  replay(): never {
    throw new Error('Nobody asks for that.');
  }

  #runner(source: string, granularity: string): (item: WorkItem) => RunResult {
    const model = models[source];
    if (model === undefined) throw new Error(`There is no model called ${source}.`);
    return runner(model, { perStep: granularity === 'gil' ? this.perStep : 1, named: source === 'spins' });
  }
}

const ending = (state: string) => ({ prints: state, holds: {} });
const puzzle = (...states: string[]): FixPuzzle => ({
  id: 'test',
  program: { name: 'test.py', source: 'unlocked' },
  goal: { kind: 'fix', threads: 2, endings: states.map(ending) },
  hints: [],
  moral: '',
  solution: 'locked',
});

async function verdict(
  source: string,
  { states = ['counter=2'], perStep = 1 } = {},
): Promise<CheckPhase & { readonly said: string }> {
  const python = new ModelExplorer();
  python.perStep = perStep;
  const wanted = puzzle(...states);
  const check = new FixCheck(python, wanted, 300);
  await check.start(source);
  const { phase } = check.store.getState();
  return { ...phase, said: sayVerdict(wanted.goal, phase) };
}

describe('checking a fix', () => {
  it('passes a program of which no schedule fails, and says how many kinds there are', async () => {
    const { kind, said } = await verdict('locked', { states: ['x=2'] });
    expect(kind).toBe('passed');
    expect(said).toMatch(/^Fixed\. Whichever thread goes when, with the GIL or without, the program ends well\.$/);
  });

  it('shows a schedule with the fewest switches that still breaks it', async () => {
    const phase = await verdict('unlocked');
    expect(phase).toMatchObject({
      kind: 'broken',
      outcome: { kind: 'finished', state: 'counter=1' },
      program: { granularity: 'gil', mainFirst: true },
    });
    expect(phase.kind === 'broken' && tallyOf(phase.schedule)).toEqual({ moves: 10, switches: 2 });
    expect(phase.said).toBe(
      'There is still a schedule that breaks it, with the GIL and without. It prints “counter=1” where it should print “counter=2”.',
    );
  });

  it('tries without the GIL, where nothing goes wrong with it', async () => {
    const phase = await verdict('unlocked', { perStep: 5 });
    expect(phase).toMatchObject({ kind: 'broken', program: { granularity: 'free-threaded' } });
    expect(phase.said).toContain('With the GIL nothing goes wrong. But a CPython without');
  });

  it('finds a deadlock', async () => {
    expect((await verdict('philosophers')).said).toBe(
      'There is still a schedule that breaks it, with the GIL and without. It ends in a deadlock: every thread waits, and none can go on.',
    );
  });

  it('is not deceived by threads that follow one another, or do nothing', async () => {
    expect(await verdict('in turn', { states: ['x=2'] })).toMatchObject({
      kind: 'evaded',
      said: expect.stringContaining('follow one another') as unknown,
    });
    expect(await verdict('does nothing', { states: ['counter=0'] })).toMatchObject({
      kind: 'evaded',
      said: expect.stringContaining('do nothing') as unknown,
    });
  });

  it('says of a thread that goes round in a loop that there is no end', async () => {
    expect(await verdict('spins')).toMatchObject({
      kind: 'endless',
      said: expect.stringContaining('do not end') as unknown,
    });
  });

  it('claims nothing where there is more than can be tried', async () => {
    expect(await verdict('too many', { states: ['counter=1'] })).toMatchObject({ kind: 'undecided' });
  });

  it('hands on what Python says of text that is no program', async () => {
    expect((await verdict('no program')).said).toBe('Python does not understand this program: SyntaxError: line 1');
  });

  it('stops, and a new check takes the place of an old one', async () => {
    const check = new FixCheck(new ModelExplorer(), puzzle('x=2'));
    const first = check.start('locked');
    check.stop();
    await first;
    expect(check.store.getState()).toMatchObject({ phase: { kind: 'stopped' }, source: 'locked' });
    const old = check.start('unlocked');
    await check.start('locked');
    await old;
    expect(check.store.getState()).toMatchObject({ phase: { kind: 'passed' }, source: 'locked' });
    check.clear();
    expect(check.store.getState().phase.kind).toBe('idle');
  });
});
