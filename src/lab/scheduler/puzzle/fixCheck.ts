import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import type { SearchSummary } from '../../../core/schedule/frontier';
import { bySimplicity, type OutcomeRow } from '../../../core/schedule/outcomes';
import { cpythonRules, type CPythonRule } from '../../../core/schedule/rule';
import type { SearchMode } from '../../../core/schedule/search';
import type { AbandonReason, Outcome, Schedule } from '../../../core/schedule/types';
import type { Explorer } from '../explore/explorer';
import { simplify } from '../explore/simplify';
import { troubleOf, type Trouble } from '../explain/trouble';
import { fails, watchedBy, type FixGoal } from './goals';
import type { FixPuzzle } from './puzzle';
import { sayWhatIsMissing, workIn } from './work';

/** What is known of a reader's fix. */
export type CheckPhase =
  | { readonly kind: 'idle' }
  /** `boot`: how Python's start goes, where it has to start. */
  | { readonly kind: 'starting'; readonly boot: { readonly fraction: number; readonly words: string } | null }
  | { readonly kind: 'trying' }
  /** One that fails was found, and a simpler one is looked for. */
  | { readonly kind: 'simplifying' }
  /** No schedule fails, of so many kinds under each rule; null where there are more without the GIL than can be tried. */
  | { readonly kind: 'passed'; readonly gil: number; readonly freeThreaded: number | null }
  /** This schedule of `program` fails; the search found none with fewer switches. */
  | {
      readonly kind: 'broken';
      readonly program: ScheduledProgram;
      readonly schedule: Schedule;
      readonly outcome: Outcome;
    }
  /** It ends well, but is no fix: in words. */
  | { readonly kind: 'evaded'; readonly words: string }
  /** Some schedules came to no end. */
  | { readonly kind: 'endless'; readonly why: AbandonReason }
  /** There are more kinds of schedules than can be tried. */
  | { readonly kind: 'undecided' }
  | { readonly kind: 'stopped' }
  | Trouble;

export interface CheckState {
  readonly phase: CheckPhase;
  /** What is, or was, tried: the reader may have edited it since. */
  readonly source: string | null;
  /** Kinds of schedules tried so far. */
  readonly tried: number;
}

const idle: CheckState = { phase: { kind: 'idle' }, source: null, tried: 0 };

const reduced: SearchMode = { reduction: 'source sets', preemptions: 'all' };
/** Most bugs need no more preemptions (Musuvathi and Qadeer 2007). */
const shallow: SearchMode = { reduction: 'none', preemptions: 2 };

/** A run of more steps counts as one without an end. */
export const mostSteps = 1000;
const mostShallow = 1500;
/** After how many schedules without an end the check stops: each of them takes as long as the limit lets it. */
const mostUnended = 6;

/** A search that is over as soon as it has shown something that fails, or only schedules without an end. */
interface Found {
  readonly summary: SearchSummary;
  readonly failing: OutcomeRow | null;
}

/**
 * Tries every schedule of a reader's fix, one fix at a time. First as CPython with the GIL switches, then as CPython without: what is wrong with the GIL is wrong
 * without it too, and has fewer steps to follow. Both with the reduction, so that all kinds of schedules are tried; a counterexample is then looked for among the
 * schedules in which the main thread goes first, since those can be stepped like the puzzle itself.
 */
export class FixCheck {
  readonly store: StoreApi<CheckState> = createStore(() => idle);
  readonly #python: Explorer;
  readonly #puzzle: FixPuzzle;
  readonly #mostKinds: number;
  #controller = new AbortController();

  /** @param mostKinds How many kinds of schedules are tried at most under each rule. */
  constructor(python: Explorer, puzzle: FixPuzzle, mostKinds = 6000) {
    this.#python = python;
    this.#puzzle = puzzle;
    this.#mostKinds = mostKinds;
  }

  /** Begins to try a fix; one that is being tried is forgotten. Never rejects: `phase` tells. */
  async start(source: string): Promise<void> {
    this.#controller.abort();
    const own = new AbortController();
    this.#controller = own;
    this.store.setState({ phase: { kind: 'starting', boot: null }, source, tried: 0 });
    let phase: CheckPhase;
    try {
      phase = await this.#verdict(source, own.signal);
    } catch (error) {
      phase = troubleOf(error);
    }
    if (this.#controller === own) this.store.setState({ phase: own.signal.aborted ? { kind: 'stopped' } : phase });
  }

  /** Ends what is under way. */
  stop(): void {
    this.#controller.abort();
  }

  /** Ends what is under way, and forgets the verdict. */
  clear(): void {
    this.#controller.abort();
    this.#controller = new AbortController();
    this.store.setState(idle);
  }

  async #verdict(source: string, signal: AbortSignal): Promise<CheckPhase> {
    const counts: (number | null)[] = [];
    for (const rule of cpythonRules) {
      const program = this.#program(source, rule, false);
      const { summary, failing } = await this.#search(program, reduced, this.#mostKinds, signal);
      if (signal.aborted) return { kind: 'stopped' };
      if (failing !== null) return this.#simplest(program, rule, failing, signal);
      const endless = summary.outcomes.find(({ outcome }) => outcome.kind === 'abandoned')?.outcome;
      if (endless?.kind === 'abandoned') return { kind: 'endless', why: endless.why };
      if (rule === 'gil') {
        const missing = await this.#missing(source);
        if (missing !== null) return { kind: 'evaded', words: missing };
        if (!summary.conclusive) return { kind: 'undecided' };
      }
      counts.push(summary.conclusive ? summary.schedules : null);
    }
    return { kind: 'passed', gil: counts[0] ?? 0, freeThreaded: counts[1] ?? null };
  }

  #program(source: string, rule: CPythonRule, mainFirst: boolean): ScheduledProgram {
    return {
      source,
      fileName: this.#puzzle.program.name,
      granularity: rule,
      watch: watchedBy(this.#puzzle.goal),
      mainFirst,
      accesses: true,
      time: this.#puzzle.time ?? 'patient',
      tasks: this.#puzzle.goal.tasks === true ? 'any order' : 'in order',
    };
  }

  async #search(program: ScheduledProgram, mode: SearchMode, maxRuns: number, signal: AbortSignal): Promise<Found> {
    const enough = new AbortController();
    const stop = (): void => enough.abort();
    signal.addEventListener('abort', stop);
    const before = this.store.getState().tried;
    const counts = mode.reduction !== 'none';
    try {
      const summary = await this.#python.explore(
        program,
        { ...mode, maxRuns, maxSteps: mostSteps },
        {
          signal: enough.signal,
          onBoot: (fraction, words) => {
            if (!signal.aborted && this.store.getState().phase.kind === 'starting')
              this.store.setState({ phase: { kind: 'starting', boot: fraction < 1 ? { fraction, words } : null } });
          },
          onProgress: (news) => {
            if (signal.aborted) return;
            if (counts) this.store.setState({ phase: { kind: 'trying' }, tried: before + news.schedules });
            if (failingIn(news, this.#puzzle.goal) !== null || news.abandoned >= mostUnended) stop();
          },
        },
      );
      if (counts && !signal.aborted) this.store.setState({ tried: before + summary.schedules });
      return { summary, failing: failingIn(summary, this.#puzzle.goal) };
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** What the program evades, by the first of its schedules, in words; null if its threads do the work. */
  async #missing(source: string): Promise<string | null> {
    const [result] = await this.#python.run(this.#program(source, 'free-threaded', true), [
      { id: 0, prefix: [], sleep: [], maxSteps: mostSteps },
    ]);
    return result === undefined ? null : sayWhatIsMissing(this.#puzzle.goal, workIn(result));
  }

  /** The failing schedule that is easiest to follow. */
  async #simplest(
    program: ScheduledProgram,
    rule: CPythonRule,
    found: OutcomeRow,
    signal: AbortSignal,
  ): Promise<CheckPhase> {
    const { goal } = this.#puzzle;
    this.store.setState({ phase: { kind: 'simplifying' } });
    const board = this.#program(program.source, rule, true);
    const { failing } = await this.#search(board, shallow, mostShallow, signal);
    const from =
      failing === null ? { program, schedule: found.simplest } : { program: board, schedule: failing.simplest };
    const { schedule } = await simplify(this.#python, from.program, from.schedule, (outcome) => fails(goal, outcome), {
      maxRuns: mostShallow,
      maxSteps: mostSteps,
      signal,
    });
    const [result] = await this.#python.run(from.program, [
      { id: 0, prefix: schedule, sleep: [], maxSteps: mostSteps },
    ]);
    return { kind: 'broken', program: from.program, schedule, outcome: result?.outcome ?? found.outcome };
  }
}

/** The simplest that fails of what was found. */
function failingIn({ outcomes }: SearchSummary, goal: FixGoal): OutcomeRow | null {
  const failing = outcomes.filter(({ outcome }) => fails(goal, outcome));
  return failing.toSorted((a, b) => bySimplicity(a.simplest, b.simplest))[0] ?? null;
}
