import type { ScheduledCall, ScheduledMoment, ThreadMoment } from '../../../core/python/pythonSchedules';

type Pairs = readonly (readonly [name: string, value: string])[];

/** One variable as it is now, and as it was before the last step. */
export interface Shown {
  readonly name: string;
  readonly value: string;
  /** What it was; null if it was not there. Equal to `value` where nothing changed. */
  readonly was: string | null;
}

/** What has become of some variables. Those that were not there before count as changed if something was. */
export function compared(before: Pairs | undefined, after: Pairs): readonly Shown[] {
  const old = new Map(before);
  return after.map(([name, value]) => ({ name, value, was: before === undefined ? value : (old.get(name) ?? null) }));
}

export const hasChanged = ({ value, was }: Shown): boolean => value !== was;

/** What a call was a step before: the one as deep, counted from the outermost, if it is of the same function. */
export function callBefore(
  call: ScheduledCall,
  thread: ThreadMoment | undefined,
  before: ThreadMoment | undefined,
): ScheduledCall | undefined {
  const calls = thread?.calls ?? [];
  const was = before?.calls[before.calls.length - (calls.length - calls.indexOf(call))];
  return was?.function === call.function ? was : undefined;
}

/** Global variables, without the locks, the things at which threads wait, and the threads, which are shown on their own. */
export function sharedValues(moment: ScheduledMoment): Pairs {
  const apart = new Set(
    [...moment.locks.filter(({ kind }) => kind === 'lock'), ...moment.things].map(({ name }) => name),
  );
  return moment.globals.filter(([name, value]) => !apart.has(name) && !isThreads(moment, value) && !isLocks(value));
}

/** Names of global variables that hold nothing but threads. */
export const threadVariables = (moment: ScheduledMoment): readonly string[] =>
  moment.globals.filter(([, value]) => isThreads(moment, value)).map(([name]) => name);

/** A list of locks: each is shown by a name such as `forks[0]`. */
export const isLocks = (value: string): boolean => /^[[(](?:free|held)(?:, (?:free|held))*,?[\])]$/.test(value);

/** A thread, or a list of them. Python makes up names with commas for none. */
function isThreads({ threads }: ScheduledMoment, value: string): boolean {
  const [, inner = value] = /^[[(](.+?),?[\])]$/.exec(value) ?? [];
  return inner
    .split(', ')
    .every((one) => /^Thread-\d+( \(.+\))?$/.test(one) || threads.some(({ name }) => name === one));
}
