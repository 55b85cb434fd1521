import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import type { Names } from '../../../core/schedule/deadlock';
import { hasFewestSwitches, type FewestSwitches } from '../../../core/schedule/fewestSwitches';
import type { SearchSummary } from '../../../core/schedule/frontier';
import { usualDepths, withRandom } from '../../../core/schedule/random';
import { outcomeKey, type OutcomeRow } from '../../../core/schedule/outcomes';
import type { SearchOptions } from '../../../core/schedule/search';
import type { Millis } from '../../../core/base/time';
import { namesIn } from '../explain/names';
import type { Explorer } from './explorer';
import { simplify } from './simplify';
import { troubleOf, type Trouble } from '../explain/trouble';

export type ExplorationPhase =
  | { readonly kind: 'idle' }
  /** Before the first results: the interpreter may still have to start. `boot` tells how that goes. */
  | { readonly kind: 'starting'; readonly boot: { readonly fraction: number; readonly words: string } | null }
  | { readonly kind: 'running' }
  /** Done, or `stopped` by the reader, or given up since no schedule came to an end: `summary` tells what may be said. */
  | { readonly kind: 'ended'; readonly stopped: boolean; readonly gaveUp: boolean }
  | Trouble;

export interface ExplorationState {
  readonly phase: ExplorationPhase;
  /** What is, or was, tried: the reader may have edited it since. */
  readonly program: ScheduledProgram | null;
  readonly options: SearchOptions | null;
  /** What is known so far; kept when the search is stopped or lost. */
  readonly summary: SearchSummary | null;
  /** Since the first runs began. */
  readonly elapsedMs: Millis;
  /** Runs made in that time, those that were cut short among them. */
  readonly runs: number;
  /** How the program calls what a deadlock is about; null until that was asked for. */
  readonly names: Names | null;
  /** The key of the outcome for which fewer switches are being looked for. */
  readonly simplifying: string | null;
  /** What looking for a simpler schedule found, by key of the outcome. */
  readonly simplified: ReadonlyMap<string, FewestSwitches>;
}

const idle: ExplorationState = {
  phase: { kind: 'idle' },
  program: null,
  options: null,
  summary: null,
  elapsedMs: 0,
  runs: 0,
  names: null,
  simplifying: null,
  simplified: new Map(),
};

/** If none of the first schedules comes to an end, others hardly will: each takes as long as the limit lets it. A circle of states is soon left. */
const mostUnended = 32;
const isEndless = ({ schedules, complete, outcomes }: SearchSummary): boolean =>
  schedules >= mostUnended &&
  !complete &&
  outcomes.every(({ outcome }) => outcome.kind === 'abandoned' && outcome.why !== 'livelock' && outcome.why !== 'spin');

const simplifyRuns = 2000;

/** The simplest schedule that is known for an outcome, and whether it has the fewest switches there can be. */
export function simplestOf(
  { summary, simplified, program }: Pick<ExplorationState, 'summary' | 'simplified' | 'program'>,
  row: OutcomeRow,
): FewestSwitches {
  return (
    simplified.get(row.key) ?? {
      schedule: row.simplest,
      least: summary !== null && hasFewestSwitches(summary, row, program?.mainFirst),
    }
  );
}

/** Makes one search and shows what it finds, together with what was found `besides`. */
type Search = (
  program: ScheduledProgram,
  options: SearchOptions,
  besides: SearchSummary | null,
) => Promise<SearchSummary>;

/** Tries the schedules of a program, one search at a time, and holds what was found. */
export class Exploration {
  readonly store: StoreApi<ExplorationState> = createStore(() => idle);
  readonly #python: Explorer;
  /** The seed of the random schedules that are drawn next. */
  #seed = 1;
  #controller: AbortController | null = null;
  /** Counts the searches: answers about earlier ones come too late. */
  #begun = 0;

  constructor(python: Explorer) {
    this.#python = python;
  }

  /**
   * Begins a search; one that is under way is ended and forgotten. Never rejects: `phase` tells. It gives up where no schedule comes to an end, unless `patient`. Where it meets its
   * bound of runs, `draws` more schedules are drawn at random.
   */
  async start(
    program: ScheduledProgram,
    options: SearchOptions,
    { patient = false, draws = 0 }: { readonly patient?: boolean; readonly draws?: number } = {},
  ): Promise<void> {
    this.#begun += 1;
    this.#seed = 1;
    this.store.setState({ ...idle, phase: { kind: 'starting', boot: null }, program, options });
    await this.#search(patient, async (search, signal) => {
      const found = await search(program, options, null);
      return found.complete || signal.aborted || draws === 0 ? found : this.#draw(search, draws, found);
    });
  }

  /** Draws more schedules at random, where a search has met its bound. Never rejects: `phase` tells. */
  async draw(draws: number): Promise<void> {
    const { summary, phase } = this.store.getState();
    if (summary === null || phase.kind !== 'ended') return;
    this.store.setState({ phase: { kind: 'running' } });
    await this.#search(true, (search) => this.#draw(search, draws, summary));
  }

  /** Draws schedules at random, besides what was found. */
  async #draw(search: Search, draws: number, found: SearchSummary): Promise<SearchSummary> {
    const { program, options } = this.store.getState();
    if (program === null || options === null) return found;
    const { maxSteps } = options;
    const longest = Math.max(0, ...found.outcomes.map(({ simplest }) => simplest.length));
    const random = { seed: this.#seed, depths: usualDepths, steps: found.random?.steps ?? longest };
    this.#seed += 1;
    return search(
      { ...program, accesses: false },
      { reduction: 'none', preemptions: 'all', maxRuns: draws, maxSteps, random },
      found,
    );
  }

  /** Does the work of a search, and holds what it finds. */
  async #search(
    patient: boolean,
    work: (search: Search, signal: AbortSignal) => Promise<SearchSummary>,
  ): Promise<void> {
    this.#controller?.abort();
    const own = new AbortController();
    this.#controller = own;
    const { elapsedMs: before } = this.store.getState();
    let startedAt = performance.now();
    let began = false;
    let gaveUp = false;
    const show = (summary: SearchSummary): void => {
      if (this.#controller !== own) return;
      if (!patient && isEndless(summary) && !own.signal.aborted) {
        gaveUp = true;
        own.abort();
      }
      this.store.setState({
        phase: { kind: 'running' },
        summary,
        elapsedMs: before + performance.now() - startedAt,
        runs: summary.schedules + summary.redundant,
      });
    };
    const onBoot = (fraction: number, words: string): void => {
      if (this.#controller === own && this.store.getState().summary === null)
        this.store.setState({ phase: { kind: 'starting', boot: fraction < 1 ? { fraction, words } : null } });
    };
    const search: Search = async (program, options, besides) => {
      const whole = (found: SearchSummary): SearchSummary =>
        besides === null ? found : withRandom(besides, found, program.mainFirst);
      const onBegin = (): void => {
        if (!began) startedAt = performance.now();
        began = true;
      };
      const sinks = { onBegin, onProgress: (found: SearchSummary) => show(whole(found)), onBoot, signal: own.signal };
      const found = whole(await this.#python.explore(program, { ...options, mainFirst: program.mainFirst }, sinks));
      show(found);
      return found;
    };
    try {
      const summary = await work(search, own.signal);
      if (this.#controller !== own) return;
      this.store.setState({ phase: { kind: 'ended', stopped: own.signal.aborted && !gaveUp, gaveUp } });
      void this.#learnNames(summary);
    } catch (error) {
      if (this.#controller !== own) return;
      this.store.setState({
        phase: own.signal.aborted ? { kind: 'ended', stopped: !gaveUp, gaveUp } : troubleOf(error),
      });
    } finally {
      if (this.#controller === own) this.#controller = null;
    }
  }

  /** Ends the search and keeps what was found. */
  stop(): void {
    this.#controller?.abort();
  }

  /** Ends the search and forgets what was found. */
  clear(): void {
    this.#controller?.abort();
    this.#controller = null;
    this.#begun += 1;
    this.store.setState(idle);
  }

  /**
   * The schedule by which an outcome is best stepped through: the one with the fewest switches. Where the search has not tried all, others are looked for, for a moment;
   * while it still goes on, the simplest so far will do. Never rejects.
   */
  async simplest(row: OutcomeRow): Promise<FewestSwitches> {
    const state = this.store.getState();
    const { program, options, phase } = state;
    const known = simplestOf(state, row);
    if (
      known.least ||
      program === null ||
      options === null ||
      phase.kind !== 'ended' ||
      row.outcome.kind === 'abandoned' ||
      state.simplified.has(row.key)
    )
      return known;
    const mine = this.#begun;
    this.store.setState({ simplifying: row.key });
    try {
      const found = await simplify(this.#python, program, row.simplest, (outcome) => outcomeKey(outcome) === row.key, {
        maxRuns: simplifyRuns,
        maxSteps: options.maxSteps,
      });
      if (mine === this.#begun)
        this.store.setState(({ simplified }) => ({ simplified: new Map(simplified).set(row.key, found) }));
      return found;
    } catch {
      // The simplest that was met is still one.
      return known;
    } finally {
      if (mine === this.#begun) this.store.setState({ simplifying: null });
    }
  }

  /** Asks the first deadlock how the program calls its threads and locks. */
  async #learnNames({ outcomes }: SearchSummary): Promise<void> {
    const { program } = this.store.getState();
    const mine = this.#begun;
    const row = outcomes.find(({ outcome }) => outcome.kind === 'deadlock');
    if (program === null || row === undefined) return;
    const { simplest } = row;
    const watched = await this.#python
      .replay(program, simplest, { maxSteps: simplest.length, from: simplest.length })
      .catch(() => null);
    const moment = watched?.moments.at(-1);
    if (mine !== this.#begun || moment === undefined) return;
    // How its threads wait is not told of other deadlocks.
    const { thread, object } = namesIn(moment);
    this.store.setState({ names: { thread, object } });
  }
}
