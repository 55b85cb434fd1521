import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScheduledProgram, WatchedRun } from '../../../core/python/pythonSchedules';
import { outcomeKey, type OutcomeRow } from '../../../core/schedule/outcomes';
import { cpythonRules, type CPythonRule } from '../../../core/schedule/rule';
import type { SearchOptions } from '../../../core/schedule/search';
import type { RuleSearch, RuleSearches } from '../../../core/schedule/verdict';
import { findCure, type Cure } from './cure';
import { Exploration, type ExplorationState } from './exploration';
import type { Explorer } from './explorer';

export interface SafetyCheckState {
  /** What is, or was, checked, with whichever rule: the reader may have edited it since. Null before the first check. */
  readonly program: ScheduledProgram | null;
  /** The rule whose schedules are being tried; null while nothing is. */
  readonly trying: CPythonRule | null;
  /** What was found of the program before the reader's last change of it; null where there was none. */
  readonly before: Checked | null;
}

/** A program that was checked, and what was found. */
interface Checked {
  readonly program: ScheduledProgram;
  readonly searches: RuleSearches;
}

const idle: SafetyCheckState = { program: null, trying: null, before: null };

/** What a verdict needs of an exploration; null before it has found anything. */
export function ruleSearchOf({ summary, options, phase }: ExplorationState): RuleSearch | null {
  if (summary === null || options === null) return null;
  const { maxRuns, maxSteps } = options;
  const stopped = phase.kind === 'ended' && phase.stopped;
  return { summary, maxRuns, maxSteps, cut: stopped ? 'stopped' : phase.kind === 'lost' ? 'failed' : null };
}

/** Tries the schedules of a program by the rules of CPython with the GIL, then by those without, and holds what each search found. */
export class SafetyCheck {
  readonly store: StoreApi<SafetyCheckState> = createStore(() => idle);
  readonly searches: Readonly<Record<CPythonRule, Exploration>>;
  readonly #python: Explorer;
  /** Counts the checks: one that goes on after a later one has begun ends. */
  #begun = 0;

  constructor(python: Explorer) {
    this.#python = python;
    this.searches = { gil: new Exploration(python), 'free-threaded': new Exploration(python) };
  }

  /** Begins a check; one that is under way is ended and forgotten. Never rejects: the phases of the searches tell. */
  async start(program: ScheduledProgram, options: SearchOptions): Promise<void> {
    const before = this.#before(program);
    this.clear();
    const mine = this.#begun;
    for (const rule of cpythonRules) {
      this.store.setState({ program, trying: rule, before });
      const search = this.searches[rule];
      await search.start({ ...program, granularity: rule }, options);
      if (mine !== this.#begun) return;
      const { phase } = search.store.getState();
      if (phase.kind !== 'ended' || phase.stopped) break;
    }
    this.store.setState({ trying: null });
  }

  /** Makes the simplest run that came to an outcome under a rule once more, with all its states. Rejects where the interpreters do. */
  async watch(rule: CPythonRule, row: OutcomeRow): Promise<WatchedRun> {
    const { program } = this.store.getState();
    if (program === null) throw new Error('Nothing is checked.');
    const { schedule } = await this.searches[rule].simplest(row);
    const options = { maxSteps: schedule.length + 1, from: 0 };
    return this.#python.replay({ ...program, granularity: rule, accesses: true }, schedule, options);
  }

  /**
   * Looks for the cure of a wrong outcome that was found without the GIL; null where there is nothing to be said. Rejects where the interpreters do.
   * @param wrong Its key. @param right The keys of the outcomes that are right.
   */
  async cure(wrong: string, right: ReadonlySet<string>, signal: AbortSignal): Promise<Cure | null> {
    const { program } = this.store.getState();
    const row = this.searches['free-threaded'].store.getState().summary?.outcomes.find(({ key }) => key === wrong);
    if (program === null || row === undefined) return null;
    const watched = await this.watch('free-threaded', row);
    return findCure(this.#python, program, watched, (outcome) => right.has(outcomeKey(outcome)), signal);
  }

  /** What was found of a program with another text and the name of this one. */
  #before(program: ScheduledProgram): Checked | null {
    const { program: earlier, trying, before } = this.store.getState();
    if (earlier === null || trying !== null || earlier.fileName !== program.fileName) return null;
    if (earlier.source === program.source) return before;
    return { program: earlier, searches: this.found() };
  }

  /** What the searches have found. */
  found(): RuleSearches {
    const { gil, 'free-threaded': free } = this.searches;
    return { gil: ruleSearchOf(gil.store.getState()), 'free-threaded': ruleSearchOf(free.store.getState()) };
  }

  /** Ends the check and keeps what was found. */
  stop(): void {
    for (const rule of cpythonRules) this.searches[rule].stop();
  }

  /** Ends the check and forgets what was found. */
  clear(): void {
    this.#begun += 1;
    for (const rule of cpythonRules) this.searches[rule].clear();
    this.store.setState(idle);
  }
}
