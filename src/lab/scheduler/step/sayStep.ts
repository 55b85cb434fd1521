import type { CodeListing, Granularity, ScheduledMoment } from '../../../core/python/pythonSchedules';
import { listInWords, shorten } from '../../../core/base/shorten';
import type { Access, RunResult, StepIndex, ThreadIndex } from '../../../core/schedule/types';
import { readObjectName } from '../../../core/schedule/objectNames';
import { namesIn } from '../explain/names';
import { isLockToTell, placedAt } from '../explain/things';
import { sayInstruction } from './nextStep';
import { sayNotified, sayThingChanges, sayTimes } from './sayThings';
import { isForTurn, sayStanding, timeOf } from './states';
import { compared, hasChanged, isLocks, sharedValues } from './values';

/** A run as far as it is known. */
export interface KnownRun {
  readonly run: Pick<RunResult, 'steps' | 'outcome'>;
  readonly moments: readonly ScheduledMoment[];
  readonly codes: readonly CodeListing[];
  /** How it was stepped; line by line unless said. */
  readonly granularity?: Granularity;
}

/** Values longer than this are not read out. */
const mostCharacters = 60;
const brief = (value: string): string => shorten(value, mostCharacters);

const valueIn = (pairs: readonly (readonly [string, string])[] | undefined, name: string): string | undefined =>
  pairs?.find(([own]) => own === name)?.[1];

/** What is in it tells nothing: a thread's name, a lock's state. */
function isOpaque(moment: ScheduledMoment, name: string, value: string): boolean {
  return (
    moment.locks.some((lock) => lock.name === name) ||
    moment.things.some((thing) => thing.name === name) ||
    moment.threads.some((thread) => thread.name === value) ||
    value.startsWith('<') ||
    isLocks(value)
  );
}

/** One step's effects, each after the thread's name: "read counter (0)", "took lock a", "printed “2”". */
function effectsOf(
  before: ScheduledMoment,
  after: ScheduledMoment,
  thread: ThreadIndex,
  accesses: readonly Access[],
): readonly string[] {
  const names = namesIn(after);
  const said = new Set<string>();
  const written = new Set<string>();
  const isOwnLock = (object: string): boolean => isLockToTell(after, object);
  // Who was woken within a condition takes its lock again.
  const again = before.threads[thread]?.at?.how === 'woken' ? ' again' : '';
  const [was, is] = [before.threads[thread]?.at ?? null, after.threads[thread]?.at ?? null];
  const isWithin = was !== null && was.how !== 'enters' && is !== null;
  for (const { object, kind } of accesses) {
    const named = readObjectName(object);
    const [sort, name] = [named.kind, 'name' in named ? named.name : ''];
    const locals = after.threads[thread]?.calls[0]?.locals;
    switch (kind) {
      case 'read': {
        // The line has read before it called what the thread is still in.
        if (isWithin) break;
        const value =
          sort === 'global'
            ? valueIn(before.globals, name)
            : sort === 'cell'
              ? valueIn(before.threads[thread]?.calls[0]?.locals, name)
              : undefined;
        if (value !== undefined && !isOpaque(before, name, value)) said.add(`read ${name} (${brief(value)})`);
        break;
      }
      case 'write': {
        const value =
          sort === 'global' ? valueIn(after.globals, name) : sort === 'cell' ? valueIn(locals, name) : undefined;
        if (value === undefined) break;
        written.add(name);
        const old = sort === 'global' ? valueIn(before.globals, name) : undefined;
        said.add(value === old ? `wrote ${name} (still ${brief(value)})` : `set ${name} to ${brief(value)}`);
        break;
      }
      case 'acquire':
      case 'try':
        if (isOwnLock(object)) said.add(`took ${names.object(object)}${again}`);
        break;
      case 'fail':
        if (isOwnLock(object)) said.add(`found ${names.object(object)} held`);
        break;
      case 'release':
        if (isOwnLock(object)) said.add(`let go of ${names.object(object)}`);
        break;
      case 'wait':
        said.add(`began to wait for ${names.object(object)}`);
        break;
      case 'notify':
        said.add(sayNotified(before, after, object));
        break;
      case 'again':
        if (isOwnLock(object)) said.add(sayTimes(before, after, object));
        break;
      case 'timeout':
        said.add(`gave up waiting for ${names.object(object)}`);
        break;
      case 'start':
        if (sort === 'thread') said.add(`started ${names.object(object)}`);
        break;
      case 'join':
        said.add(`saw the end of ${names.object(object)}`);
        break;
      default:
    }
  }
  for (const change of sayThingChanges(before, after, thread, accesses)) said.add(change);
  const others = compared(sharedValues(before), sharedValues(after)).filter(
    (one) => hasChanged(one) && !written.has(one.name),
  );
  for (const { name, value } of others) if (!isOpaque(after, name, value)) said.add(`made ${name} ${brief(value)}`);
  if (after.printed !== before.printed)
    said.add(`printed “${brief(after.printed.slice(before.printed.length).trimEnd())}”`);
  return [...said].map((effect) => shorten(effect));
}

/** What of its own variables changed: "value is now 0". */
function localChanges(before: ScheduledMoment, after: ScheduledMoment, thread: ThreadIndex): readonly string[] {
  const [was, is] = [before.threads[thread]?.calls, after.threads[thread]?.calls];
  // Another call has other variables.
  if (was === undefined || is === undefined || was.length !== is.length || was[0]?.function !== is[0]?.function)
    return [];
  return compared(was[0]?.locals ?? [], is[0]?.locals ?? [])
    .filter((one) => hasChanged(one) && !isOpaque(after, one.name, one.value))
    .map(({ name, value }) => `${brief(name)} is now ${brief(value)}`);
}

/** What the step had to do, after the thread's name: "ran line 10". */
function actOf(
  { codes, granularity }: KnownRun,
  before: ScheduledMoment,
  after: ScheduledMoment,
  thread: ThreadIndex,
): string {
  const told = before.threads[thread];
  const [call] = told?.calls ?? [];
  if (told?.status === 'new') {
    // The first step runs the first line, unless that begins by acquiring a lock, or has other switch points.
    const stays = after.threads[thread]?.calls[0]?.line === call?.line;
    return call === undefined
      ? 'began'
      : stays || granularity === 'gil'
        ? `began, and stands at line ${after.threads[thread]?.calls[0]?.line ?? call.line}`
        : `began with line ${call.line}`;
  }
  const placed = placedAt(before, told);
  if (placed !== null && placed.place.how !== 'enters' && !before.passing.includes(thread))
    return `went on in ${placed.thing.name}.${placed.place.method}()`;
  if (before.passing.includes(thread)) return 'let the time pass, and went on';
  if (call === undefined) return 'ran the first lines';
  // Such a step ends where the interpreter looks, which may be several lines further.
  if (granularity === 'gil') return `went on from line ${call.line}`;
  const instruction = codes[call.code ?? -1]?.instructions.find(({ offset }) => offset === call.offset);
  return instruction === undefined ? `ran line ${call.line}` : `ran ${sayInstruction(instruction)}, line ${call.line}`;
}

/** What became of the others, and of the thread itself, in sentences. */
function turnsOf(before: ScheduledMoment, after: ScheduledMoment, by: ThreadIndex): readonly string[] {
  const names = namesIn(after);
  return after.threads.flatMap((now, thread) => {
    const was = before.threads[thread];
    const who = names.thread(thread);
    if (was === undefined || was.status === 'ended') return [];
    if (now.status === 'ended') return [`${who} has ended.`];
    if (now.status === 'waits' && isForTurn(after, thread)) return [];
    if (now.status === 'waits' && (was.status !== 'waits' || now.waits?.object !== was.waits?.object))
      return [`${who} ${sayStanding(after, thread)}.`];
    return thread !== by && was.status === 'waits' && !isForTurn(before, thread) && now.status === 'runs'
      ? [`${who} ${sayStanding(after, thread)}.`]
      : [];
  });
}

/** One step in words, as sentences. */
function sayOne(known: KnownRun, step: StepIndex, goesOn: boolean): string {
  const [before, after, taken] = [known.moments[step], known.moments[step + 1], known.run.steps[step]];
  if (before === undefined || after === undefined || taken === undefined) return '';
  const { thread, accesses } = taken;
  const effects = [...effectsOf(before, after, thread, accesses), ...localChanges(before, after, thread)];
  const time = after.now > before.now ? [`It is ${timeOf(after.now)}.`] : [];
  const head = `${namesIn(after).thread(thread)} ${actOf(known, before, after, thread)}`;
  // What keeps them all is told of the deadlock itself.
  const stuck = known.run.outcome?.kind === 'deadlock' && step === known.run.steps.length - 1;
  // That the main thread can go on is told by its going on.
  const turns = turnsOf(
    before,
    goesOn
      ? { ...after, threads: after.threads.map((now, index) => (index === 0 ? (before.threads[0] ?? now) : now)) }
      : after,
    thread,
  );
  return [
    effects.length === 0 ? `${head}.` : `${head}: ${listInWords(effects)}.`,
    ...(stuck ? [] : turns),
    ...time,
  ].join(' ');
}

/** What the main thread did unasked, in one sentence: only what others could notice. */
function sayForced(known: KnownRun, from: StepIndex, to: StepIndex): string {
  const steps = known.run.steps.slice(from, to);
  const [first, last] = [known.moments[from], known.moments[to]];
  if (first === undefined || last === undefined || steps.length === 0) return '';
  const done = steps.flatMap(({ accesses }) =>
    accesses.filter(({ kind }) => kind === 'start' || kind === 'join' || kind === 'notify'),
  );
  const effects = [...new Set(effectsOf({ ...first, globals: last.globals }, last, 0, done))];
  const head = `${namesIn(last).thread(0)} went on`;
  const over = known.run.outcome?.kind === 'finished' && to === known.run.steps.length;
  return [
    effects.length === 0 ? `${head}.` : `${head}: ${listInWords(effects)}.`,
    ...(over ? [] : turnsOf(first, last, 0)),
  ].join(' ');
}

/** What happened from a step that was chosen up to where the reader stands, the main thread's forced steps included. Empty at the very beginning. */
export function sayWhatHappened(known: KnownRun, chosen: StepIndex, at: StepIndex): string {
  if (at === 0) return '';
  const isMain = known.run.steps[chosen]?.thread === 0;
  // At the beginning the main thread's steps are one story.
  return chosen === 0 && isMain && at > 1
    ? sayForced(known, 0, at)
    : [sayOne(known, chosen, at > chosen + 1), ...(at > chosen + 1 ? [sayForced(known, chosen + 1, at)] : [])].join(
        ' ',
      );
}
