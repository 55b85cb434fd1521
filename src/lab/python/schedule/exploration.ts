import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScheduledProgram } from '../../../core/engines/pythonSchedules';
import type { SearchSummary } from '../../../core/schedule/frontier';
import type { SearchOptions } from '../../../core/schedule/search';
import type { Millis } from '../../../core/time';
import { troubleOf, type Trouble } from './trouble';

/** What an exploration needs of the interpreters. */
export interface Explorer {
  /** Tries schedules until all are tried, a bound is met, or `signal` aborts; what was found is kept. Throws a `NotAProgram` or a `StrategyFailure`. */
  explore(
    program: ScheduledProgram,
    options: SearchOptions,
    sinks: { readonly onProgress?: (summary: SearchSummary) => void; readonly signal?: AbortSignal },
  ): Promise<SearchSummary>;
}

export type ExplorationPhase =
  | { readonly kind: 'idle' }
  /** Before the first results: the interpreter may still have to start. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'running' }
  /** Done, or stopped by the reader: `summary` tells what may be said. */
  | { readonly kind: 'ended'; readonly stopped: boolean }
  | Trouble;

export interface ExplorationState {
  readonly phase: ExplorationPhase;
  readonly program: ScheduledProgram | null;
  readonly options: SearchOptions | null;
  /** What is known so far; kept when the search is stopped or lost. */
  readonly summary: SearchSummary | null;
  /** Since the first result was awaited: the interpreter's start is not in it. */
  readonly elapsedMs: Millis;
  /** Runs made in that time, those that were cut short among them. */
  readonly runs: number;
}

const idle: ExplorationState = { phase: { kind: 'idle' }, program: null, options: null, summary: null, elapsedMs: 0, runs: 0 };

/** Tries the schedules of a program, one search at a time, and holds what was found. */
export class Exploration {
  readonly store: StoreApi<ExplorationState> = createStore(() => idle);
  readonly #python: Explorer;
  #controller: AbortController | null = null;

  constructor(python: Explorer) {
    this.#python = python;
  }

  /** Begins a search; one that is under way is ended and forgotten. Never rejects: `phase` tells. */
  async start(program: ScheduledProgram, options: SearchOptions): Promise<void> {
    this.#controller?.abort();
    const own = new AbortController();
    this.#controller = own;
    this.store.setState({ ...idle, phase: { kind: 'starting' }, program, options });
    let startedAt: number | null = null;
    const show = (summary: SearchSummary): void => {
      if (this.#controller !== own) return;
      // The first news comes at most a moment after the first run.
      startedAt ??= performance.now();
      this.store.setState({ phase: { kind: 'running' }, summary, elapsedMs: performance.now() - startedAt, runs: summary.schedules + summary.redundant });
    };
    try {
      const summary = await this.#python.explore(program, options, { onProgress: show, signal: own.signal });
      show(summary);
      if (this.#controller === own) this.store.setState({ phase: { kind: 'ended', stopped: own.signal.aborted } });
    } catch (error) {
      if (this.#controller !== own) return;
      this.store.setState({ phase: own.signal.aborted ? { kind: 'ended', stopped: true } : troubleOf(error) });
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
    this.store.setState(idle);
  }
}
