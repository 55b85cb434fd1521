import type { ScheduledMoment, ScheduledProgram, WatchedRun } from '../../../core/python/pythonSchedules';
import { abba, counter } from '../../../core/schedule/model/examples';
import { Machine } from '../../../core/schedule/model/machine';
import { joinThread, local, start, type Program } from '../../../core/schedule/model/program';
import { scheduleOf, type Accesses, type Schedule, type Step, type ThreadIndex } from '../../../core/schedule/types';
import type { Replayer } from './stepper';

const [one = [], two = []] = counter.bodies;

/** Model programs by the names that stand for their sources. */
const models: Readonly<Record<string, Program>> = {
  counter,
  abba,
  /** With a main thread that starts the others, and waits for them. */
  started: {
    ...counter,
    begin: [0],
    bodies: [[local, local, start(1), start(2), joinThread(1), joinThread(2), local], one, two],
  },
  /** The main thread has more to do between than is awaited at once. */
  busyMain: {
    ...counter,
    begin: [0],
    bodies: [[start(1), ...Array.from({ length: 40 }, () => local), joinThread(1)], one],
  },
};

/** A program of the model, as the page would write it. */
export const modelProgram = (source: string, mainFirst = false): ScheduledProgram => ({
  source,
  fileName: `${source}.py`,
  granularity: 'line',
  watch: [],
  mainFirst,
  accesses: true,
});

/** Runs model programs where Python would run real ones, and counts how often it was asked. */
export class ModelReplayer implements Replayer {
  asked: { readonly prefix: Schedule; readonly maxSteps: number; readonly from: number }[] = [];
  /** Awaited before each answer. */
  delay: () => Promise<unknown> = () => Promise.resolve();

  async step(
    { source, mainFirst }: ScheduledProgram,
    prefix: Schedule,
    { maxSteps, from }: Parameters<Replayer['step']>[2],
  ): Promise<WatchedRun> {
    this.asked.push({ prefix, maxSteps, from });
    await this.delay();
    const model = models[source];
    if (model === undefined) throw Object.assign(new Error(`SyntaxError: ${source}`), { name: 'NotAProgram' });
    return watch(model, prefix, maxSteps, mainFirst, from);
  }
}

function watch(model: Program, prefix: Schedule, maxSteps: number, mainFirst: boolean, from: number): WatchedRun {
  const machine = new Machine(model);
  const steps: Step[] = [];
  const moments: ScheduledMoment[] = [];
  for (;;) {
    const seen = machine.point();
    const point = mainFirst && seen.enabled.includes(0) ? { ...seen, enabled: [0] } : seen;
    if (steps.length >= from) moments.push(momentOf(point.enabled, machine.name()));
    if (point.enabled.length === 0) return { result: { steps, end: point, outcome: machine.outcome() }, moments };
    const isForced = mainFirst && point.enabled[0] === 0 && steps.length < maxSteps;
    const thread: ThreadIndex | undefined = prefix[steps.length] ?? (isForced ? 0 : undefined);
    if (thread === undefined) return { result: { steps, end: point, outcome: null }, moments };
    if (!point.enabled.includes(thread))
      return { result: { steps, end: point, outcome: { kind: 'abandoned', why: 'diverged' } }, moments };
    const accesses: Accesses = machine.take(thread);
    steps.push({ thread, point, accesses });
  }
}

const momentOf = (enabled: readonly ThreadIndex[], state: string): ScheduledMoment => ({
  enabled,
  passing: [],
  threads: [],
  globals: [['state', state]],
  locks: [],
  things: [],
  loops: [],
  printed: '',
  now: 0,
});

/** The choices so far, as a text: "0121". */
export const written = ({ run, at }: { readonly run: WatchedRun['result'] | null; readonly at: number }): string =>
  run === null ? '' : scheduleOf(run).slice(0, at).join('');
