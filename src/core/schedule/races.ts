import { conflicts, effectOf, isBefore, isGlobal, join, mustPrecede, type Clock, type Effect } from './dependence';
import type {
  Access,
  Accesses,
  ObjectId,
  RunResult,
  Sleeper,
  Step,
  StepIndex,
  SwitchPoint,
  ThreadIndex,
} from './types';

/** Two conflicting steps that could have come in the other order. */
export interface Race {
  /** The earlier one; the later is to be tried before it. */
  readonly at: StepIndex;
  /**
   * Who can begin, at the earlier step's place, a run in which the later step comes first: the initials of `notdep(earlier).later` in the paper. Trying any one
   * of them will do. The thread of the later step is the first if it is among them.
   */
  readonly initials: readonly ThreadIndex[];
}

/** An access in the past of an object. */
interface Past {
  readonly at: StepIndex;
  readonly effect: Effect;
}

/**
 * The happens-before order of a run (every two conflicting steps, in the order in which they came), as a vector clock for each step, and its races.
 * Feed it the steps in order; ask for the races of a step before it is added.
 */
export class RaceFinder {
  readonly #steps: Step[] = [];
  /** The clock of each step, itself included. */
  readonly #clocks: Clock[] = [];
  /** What each thread knows. */
  readonly #known: Clock[] = [];
  readonly #pasts = new Map<ObjectId, Past[]>();
  /** By thing, its parts that have been accessed. */
  readonly #parts = new Map<ObjectId, Set<ObjectId>>();
  /** By step, the threads that slept until it came. Only of steps that woke anybody. */
  readonly #woken = new Map<StepIndex, readonly Sleeper[]>();

  /** The clock of a step. Threads that it has not heard of are missing. */
  clockOf(at: StepIndex): readonly number[] {
    return this.#clocks[at] ?? [];
  }

  /** Adds the next step of the run, which woke these threads. */
  add(step: Step, woken: readonly Sleeper[] = []): void {
    const at = this.#steps.length;
    const clock = this.#clockFor(step.thread, step.accesses, step.point.next.length);
    clock[step.thread] = at + 1;
    if (woken.length > 0) this.#woken.set(at, woken);
    this.#steps.push(step);
    this.#clocks.push(clock);
    this.#known[step.thread] = clock;
    for (const access of step.accesses) {
      const effect = effectOf(access);
      if (effect === 'none' || effect === 'all') continue;
      const past = this.#pasts.get(access.object);
      if (past !== undefined) past.push({ at, effect });
      else {
        this.#pasts.set(access.object, [{ at, effect }]);
        if (access.partOf === undefined) continue;
        const parts = this.#parts.get(access.partOf);
        if (parts === undefined) this.#parts.set(access.partOf, new Set([access.object]));
        else parts.add(access.object);
      }
    }
    // Nothing that comes later can be swapped with it.
    if (isGlobal(step.accesses)) this.#known.forEach((_, thread) => (this.#known[thread] = clock));
  }

  /**
   * The races between a step that `thread` takes now, or would take if it could, and earlier ones: those earlier steps that conflict with it, do not come
   * before it by way of other steps, and need not come before it because it is blocked until then.
   */
  racesOf(thread: ThreadIndex, accesses: Accesses, threads: number): Race[] {
    const known = this.#knownTo(thread, threads);
    const races: Race[] = [];
    const swappable: StepIndex[] = [];
    for (const at of this.#candidates(thread, accesses, known)) {
      const earlier = this.#steps[at];
      if (earlier === undefined || swappable.some((later) => isBefore(earlier.thread, at, this.clockOf(later))))
        continue;
      const initials = this.#initials(at, thread, accesses);
      races.push({ at, initials });
      // Only a race that can be reversed shows, once it is, the races that it hides.
      if (initials.some((initial) => earlier.point.enabled.includes(initial))) swappable.push(at);
    }
    return races;
  }

  /**
   * The races between what a thread does now and steps that woke others: what it does conflicts with what a woken thread would have done before that step, and
   * can come before that step, and so before what the other would have done. Nobody else finds these: what the other thread does once it is woken may not conflict with it.
   */
  racesBeforeWaking(thread: ThreadIndex, accesses: Accesses, threads: number): Race[] {
    if (this.#woken.size === 0 || accesses.length === 0) return [];
    const clock = this.#clockFor(thread, accesses, threads);
    const races: Race[] = [];
    for (const [at, woken] of this.#woken) {
      if (isBefore(this.#steps[at]?.thread ?? -1, at, clock)) continue;
      if (!woken.some((sleeper) => sleeper.thread !== thread && conflicts(sleeper.accesses, accesses))) continue;
      races.push({ at, initials: this.#initials(at, thread, accesses) });
    }
    return races;
  }

  /** The clock of a step that a thread would take now, without the step itself. */
  #clockFor(thread: ThreadIndex, accesses: Accesses, threads: number): Clock {
    const clock = this.#knownTo(thread, threads).slice();
    if (isGlobal(accesses)) for (const other of this.#known) join(clock, other);
    else for (const past of this.#conflicting(accesses)) join(clock, this.#clocks[past] ?? []);
    return clock;
  }

  /** What a thread knows. One that has not run yet knows what the step knew that started it. */
  #knownTo(thread: ThreadIndex, threads: number): Clock {
    for (let other = this.#known.length; other < threads; other += 1) this.#known.push(this.#clocks.at(-1) ?? []);
    return this.#known[thread] ?? [];
  }

  /** Earlier steps that race with one that would do `accesses`, latest first: they conflict with it, do not come before it anyway, and need not. */
  #candidates(thread: ThreadIndex, accesses: Accesses, known: Clock): StepIndex[] {
    const found = new Set<StepIndex>();
    /** Whether a step comes before by way of what the thread knows; if not, it is a candidate, unless it must come before. */
    const isKnown = (at: StepIndex): boolean => {
      const step = this.#steps[at];
      if (step === undefined || step.thread === thread || isBefore(step.thread, at, known)) return true;
      // A wait that could have run out just then does not depend on being notified: what the thread would have done is another step than what it does now.
      const then = step.point.enabled.includes(thread) ? step.point.next[thread] : undefined;
      if (
        !mustPrecede(step.accesses, accesses) ||
        then === null ||
        (then !== undefined && conflicts(then, step.accesses))
      )
        found.add(at);
      return false;
    };
    if (isGlobal(accesses)) {
      for (let at = this.#steps.length - 1; at >= 0; at -= 1) isKnown(at);
    } else {
      for (const access of accesses) {
        const effect = effectOf(access);
        for (const past of this.#pastsOf(access)) {
          for (let index = past.length - 1; index >= 0; index -= 1) {
            const entry = past[index];
            if (entry === undefined || (effect === 'reads' && entry.effect === 'reads')) continue;
            // Whatever conflicts with this write and is still earlier comes before it.
            if (isKnown(entry.at) && entry.effect === 'writes') break;
          }
        }
      }
    }
    return Array.from(found).sort((a, b) => b - a);
  }

  /** The latest steps that a step doing `accesses` conflicts with: whatever else it conflicts with comes before one of them. */
  *#conflicting(accesses: Accesses): Generator<StepIndex> {
    for (const access of accesses) {
      const effect = effectOf(access);
      for (const past of this.#pastsOf(access)) {
        for (let index = past.length - 1; index >= 0; index -= 1) {
          const entry = past[index];
          if (entry === undefined || (effect === 'reads' && entry.effect === 'reads')) continue;
          yield entry.at;
          if (entry.effect === 'writes') break;
        }
      }
    }
  }

  /** The pasts of the thing of an access, of what it is a part of, and of its parts. */
  *#pastsOf(access: Access): Generator<readonly Past[]> {
    if (effectOf(access) === 'none') return;
    yield this.#pasts.get(access.object) ?? [];
    if (access.partOf !== undefined) yield this.#pasts.get(access.partOf) ?? [];
    for (const part of this.#parts.get(access.object) ?? []) yield this.#pasts.get(part) ?? [];
  }

  #initials(at: StepIndex, thread: ThreadIndex, accesses: Accesses): ThreadIndex[] {
    const owner = this.#steps[at]?.thread ?? -1;
    /** By thread, its first step after `at` that does not depend on it. */
    const first = new Map<ThreadIndex, StepIndex>();
    const initials: ThreadIndex[] = [];
    let free = true;
    for (let later = at + 1; later < this.#steps.length; later += 1) {
      const step = this.#steps[later];
      const clock = this.clockOf(later);
      if (step === undefined || isBefore(owner, at, clock)) continue;
      if (conflicts(step.accesses, accesses)) free = false;
      if (first.has(step.thread)) continue;
      if (!Array.from(first).some(([other, index]) => isBefore(other, index, clock))) initials.push(step.thread);
      first.set(step.thread, later);
    }
    if (first.has(thread) ? initials.includes(thread) : free)
      return [thread, ...initials.filter((initial) => initial !== thread)];
    return initials;
  }
}

/** What a step would have been, had it not waited until time passed: a lock that was not to be had might have been had earlier. */
const without = (accesses: Accesses): Accesses =>
  accesses.flatMap((access) =>
    access.kind === 'fail'
      ? [{ ...access, kind: 'acquire' as const }]
      : access.kind === 'time' || access.kind === 'timeout'
        ? []
        : [access],
  );

const waitsForTime = (accesses: Accesses): boolean => accesses.some(({ kind }) => kind === 'time');

/**
 * Tells `found` the races of a run whose later step is `from` or after; `wokenBy` has who was woken by each step. The next steps of those who are blocked or left over take part as if they came last: at
 * the end of the run, and wherever time passes or the program exits, since what comes after that can be compared with nothing before.
 */
export function findRaces(
  result: RunResult,
  from: StepIndex,
  wokenBy: (at: StepIndex) => readonly Sleeper[],
  found: (race: Race) => void,
): void {
  const finder = new RaceFinder();
  const findFor = (thread: ThreadIndex, accesses: Accesses, { next }: SwitchPoint): void => {
    const timeless = waitsForTime(accesses) ? without(accesses) : accesses;
    finder.racesOf(thread, timeless, next.length).forEach(found);
    finder.racesBeforeWaking(thread, timeless, next.length).forEach(found);
  };
  const findPending = (point: SwitchPoint, but: ThreadIndex | null): void =>
    point.next.forEach((accesses, thread) => {
      if (thread !== but && accesses !== null && accesses !== undefined) findFor(thread, accesses, point);
    });
  result.steps.forEach((step, at) => {
    const { thread, accesses, point } = step;
    if (at >= from) {
      findFor(thread, accesses, point);
      if (isGlobal(accesses)) findPending(point, thread);
    }
    finder.add(step, wokenBy(at));
  });
  findPending(result.end, null);
}
