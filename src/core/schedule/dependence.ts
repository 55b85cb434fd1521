import type { Access, Accesses, AccessKind, ThreadIndex } from './types';

/** How an access bears upon others of the same object: not at all, as a reader, as a writer; or upon everything there is. */
export type Effect = 'none' | 'reads' | 'writes' | 'all';

const effects: Readonly<Record<AccessKind, Effect>> = {
  read: 'reads',
  fail: 'reads',
  join: 'reads',
  write: 'writes',
  acquire: 'writes',
  try: 'writes',
  release: 'writes',
  wait: 'writes',
  wake: 'writes',
  notify: 'writes',
  timeout: 'writes',
  start: 'writes',
  end: 'writes',
  again: 'none',
  time: 'all',
  exit: 'all',
};

/** How `access` bears upon others. */
export const effectOf = (access: Access): Effect => effects[access.kind];

/** What a thread blocks for: the access can be made in some states only. */
export const isBlocking = (access: Access): boolean =>
  access.kind === 'acquire' || access.kind === 'wake' || access.kind === 'join';

/** Whether a step bears upon everything: time passing, the end of the program. */
export const isGlobal = (accesses: Accesses): boolean => accesses.some((access) => effectOf(access) === 'all');

/** Whether a step lets a sleep or a wait run out. */
export const isTimeout = (accesses: Accesses | null | undefined): boolean =>
  accesses?.some(({ kind }) => kind === 'timeout' || kind === 'time') ?? false;

function clash(a: Access, b: Access): boolean {
  const first = effectOf(a);
  const second = effectOf(b);
  if (first === 'all' || second === 'all') return true;
  if (first === 'none' || second === 'none') return false;
  if (first === 'reads' && second === 'reads') return false;
  return a.object === b.object || a.partOf === b.object || b.partOf === a.object;
}

/**
 * Whether the order of two steps of different threads can matter. Steps that do not conflict are independent in Mazurkiewicz's sense: from any state in
 * which both can be taken, either order leads to the same state, and neither lets or keeps the other from being taken.
 */
export function conflicts(a: Accesses, b: Accesses): boolean {
  if (a.length === 0 || b.length === 0) return isGlobal(a) || isGlobal(b);
  for (const first of a) for (const second of b) if (clash(first, second)) return true;
  return false;
}

/**
 * Whether a step that did `earlier` had to come before `later` of another thread: `later` blocks on an object that was shut just before, so there is no
 * state in which both could be chosen. Swapping them is impossible, and what stands between `later` and steps before `earlier` is looked through.
 */
export function mustPrecede(earlier: Accesses, later: Accesses): boolean {
  return later.some(
    (wanted) =>
      isBlocking(wanted) &&
      earlier.find(({ object, kind }) => object === wanted.object && kind !== 'again')?.shut === true,
  );
}

/** A vector clock: for each thread, one more than the index of its latest step that came before. Missing means none. */
export type Clock = number[];

/** Brings `clock` up to what `other` knows. */
export function join(clock: Clock, other: readonly number[]): void {
  for (let thread = 0; thread < other.length; thread += 1) {
    const known = other[thread] ?? 0;
    if (known > (clock[thread] ?? 0)) clock[thread] = known;
    else clock[thread] ??= 0;
  }
}

/** Whether the step `index` of `thread` comes before whatever has this clock, or is it. */
export const isBefore = (thread: ThreadIndex, index: number, clock: readonly number[]): boolean =>
  (clock[thread] ?? 0) > index;
