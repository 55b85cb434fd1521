import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScheduledProgram, WatchedRun } from '../../../core/python/pythonSchedules';
import { outcomeKey, type OutcomeRow } from '../../../core/schedule/outcomes';
import { cpythonRules, type CPythonRule } from '../../../core/schedule/rule';
import type { SearchOptions } from '../../../core/schedule/search';
import type { RuleSearch, RuleSearches } from '../../../core/schedule/verdict';
import { countRun } from '../../running';
import { takeTurn } from '../../turns';
import { findCure, type Cure } from './cure';
import { Exploration, type ExplorationState } from './exploration';
import type { Explorer } from './explorer';
import type { Smaller } from './smaller/smaller';

export interface SafetyCheckState {
  /** The program that the reader asked about: it may have been edited since. Null before the first check. */
  readonly asked: ScheduledProgram | null;
  /** What is, or was, checked, with whichever rule: `asked`, or the smaller program that was made of it. */
  readonly program: ScheduledProgram | null;
  /** The rule whose schedules are being tried; null while nothing is. */
  readonly trying: CPythonRule | null;
  /** Whether those are more schedules that the reader has asked for after the check: what it found still holds. */
  readonly drawing: boolean;
  /** Another run of the page has its turn. */
  readonly waiting: boolean;
  /** `asked` with fewer threads and rounds; null where there is none, or it is not made yet. */
  readonly smaller: Smaller | null;
  /** What was found of the program before the reader's last change of it; null where there was none. */
  readonly before: Checked | null;
}

/** A program that was checked, and what was found. */
interface Checked {
  readonly program: ScheduledProgram;
  readonly searches: RuleSearches;
}

/** How many schedules are drawn at random where a search has met its bound, and how many more each time the reader asks. */
export const drawnAtOnce = 5000;

const idle: SafetyCheckState = {
  asked: null,
  program: null,
  trying: null,
  drawing: false,
  waiting: false,
  smaller: null,
  before: null,
};

/** What a verdict needs of an exploration; null before it has found anything. */
export function ruleSearchOf({ summary, options, phase }: ExplorationState): RuleSearch | null {
  if (summary === null || options === null) return null;
  const { maxRuns, maxSteps } = options;
  const stopped = phase.kind === 'ended' && phase.stopped;
  return { summary, maxRuns, maxSteps, cut: stopped ? 'stopped' : phase.kind === 'lost' ? 'failed' : null };
}

/** What a verdict needs of both explorations of a check. */
export const searchesOf = (states: Readonly<Record<CPythonRule, ExplorationState>>): RuleSearches => ({
  gil: ruleSearchOf(states.gil),
  'free-threaded': ruleSearchOf(states['free-threaded']),
});

/** Whether what is checked is not the reader's program but the smaller one. */
export const checksSmaller = ({ asked, program }: Pick<SafetyCheckState, 'asked' | 'program'>): boolean =>
  asked !== null && program !== null && program.source !== asked.source;

/** The file of the smaller program: `count_small.py`. */
const smallName = (fileName: string): string => fileName.replace(/(\.py)?$/, '_small.py');

/** The parser is fetched with the first check. */
const makeSmaller = async (source: string): Promise<Smaller | null> =>
  (await import('./smaller/smaller')).smallerThan(source);

/** Tries the schedules of a program by the rules of CPython with the GIL, then by those without, and holds what each search found. Checks and runs of a page take turns. */
export class SafetyCheck {
  readonly store: StoreApi<SafetyCheckState> = createStore(() => idle);
  readonly searches: Readonly<Record<CPythonRule, Exploration>>;
  readonly #python: Explorer;
  readonly #makeSmaller: typeof makeSmaller;
  /** Counts the checks: one that goes on after a later one has begun ends. */
  #begun = 0;
  #controller = new AbortController();

  constructor(python: Explorer, smaller = makeSmaller) {
    this.#python = python;
    this.searches = { gil: new Exploration(python), 'free-threaded': new Exploration(python) };
    this.#makeSmaller = smaller;
  }

  /** Begins a check; one that is under way is ended and forgotten. Never rejects: the phases of the searches tell. */
  async start(program: ScheduledProgram, options: SearchOptions): Promise<void> {
    const before = this.#before(program);
    this.clear();
    this.store.setState({ asked: program, before });
    void this.#offerSmaller(program);
    await this.#check(program, options);
  }

  /** Begins a check of the smaller program; does nothing where there is none. Never rejects. */
  async startSmaller(options: SearchOptions): Promise<void> {
    const { asked, smaller } = this.store.getState();
    if (asked === null || smaller === null) return;
    this.clear();
    this.store.setState({ asked, smaller });
    await this.#check({ ...asked, source: smaller.source, fileName: smallName(asked.fileName) }, options);
  }

  /** Draws more schedules at random under these rules, whose searches have met their bounds; does nothing while a search is under way. Never rejects. */
  async drawMore(rules: readonly CPythonRule[]): Promise<void> {
    if (this.store.getState().trying !== null) return;
    // The check before may have been stopped.
    this.#controller = new AbortController();
    this.store.setState({ drawing: true });
    await this.#inTurn(rules, (rule) => this.searches[rule].draw(drawnAtOnce));
  }

  /** The reader has opened the smaller program, and asks about that from now on. */
  adoptSmaller(): void {
    this.store.setState(({ program }) => ({ asked: program, smaller: null }));
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
   * Looks for the cure of a wrong outcome that was found without the GIL, when no other run of the page has its turn; null where there is nothing to be said. Rejects where
   * the interpreters do, and when it is ended by `signal` before its turn.
   * @param wrong Its key. @param right The keys of the outcomes that are right.
   */
  async cure(wrong: string, right: ReadonlySet<string>, signal: AbortSignal): Promise<Cure | null> {
    const { program } = this.store.getState();
    const row = this.searches['free-threaded'].store.getState().summary?.outcomes.find(({ key }) => key === wrong);
    if (program === null || row === undefined) return null;
    const endTurn = await takeTurn(signal);
    const endCount = countRun();
    try {
      const watched = await this.watch('free-threaded', row);
      return await findCure(this.#python, program, watched, (outcome) => right.has(outcomeKey(outcome)), signal);
    } finally {
      endTurn();
      endCount();
    }
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
    return searchesOf({ gil: gil.store.getState(), 'free-threaded': free.store.getState() });
  }

  /** Ends the check and keeps what was found. */
  stop(): void {
    this.#controller.abort();
    for (const rule of cpythonRules) this.searches[rule].stop();
  }

  /** Ends the check and forgets what was found. */
  clear(): void {
    this.#begun += 1;
    this.#controller.abort();
    this.#controller = new AbortController();
    for (const rule of cpythonRules) this.searches[rule].clear();
    this.store.setState(idle);
  }

  /** Tries the rules one after another. */
  async #check(program: ScheduledProgram, options: SearchOptions): Promise<void> {
    this.store.setState({ program });
    await this.#inTurn(cpythonRules, (rule) =>
      this.searches[rule].start({ ...program, granularity: rule }, options, { draws: drawnAtOnce }),
    );
  }

  /** Searches under these rules, one after another, when no other run of the page has its turn. Ends with a search that does not come to its end. */
  async #inTurn(rules: readonly CPythonRule[], search: (rule: CPythonRule) => Promise<void>): Promise<void> {
    const mine = this.#begun;
    const { signal } = this.#controller;
    this.store.setState({ trying: rules[0] ?? null });
    const endCount = countRun();
    let endTurn = (): void => undefined;
    try {
      endTurn = await takeTurn(signal, { onWait: () => this.store.setState({ waiting: true }) });
      if (mine === this.#begun) this.store.setState({ waiting: false });
      for (const rule of rules) {
        if (signal.aborted) break;
        this.store.setState({ trying: rule });
        await search(rule);
        const { phase } = this.searches[rule].store.getState();
        if (phase.kind !== 'ended' || phase.stopped) break;
      }
    } catch (error) {
      // Only a turn that was given up rejects.
      if (!signal.aborted) throw error;
    } finally {
      endTurn();
      endCount();
    }
    if (mine === this.#begun) this.store.setState({ trying: null, drawing: false, waiting: false });
  }

  async #offerSmaller(program: ScheduledProgram): Promise<void> {
    const mine = this.#begun;
    // Without the parser there is no offer, and the check goes on.
    const smaller = await this.#makeSmaller(program.source).catch(() => null);
    if (mine === this.#begun) this.store.setState({ smaller });
  }
}
