import { fullTree } from './fullTree';
import { OutcomeTable, type OutcomeRow } from './outcomes';
import { randomTree } from './randomTree';
import { reducedTree } from './reducedTree';
import type { Branch, PreemptionBound, RandomSummary, SearchMode, SearchOptions, SearchTree } from './search';
import type { RunResult, WorkItem } from './types';

/** What a search has found so far. */
export interface SearchSummary {
  readonly mode: SearchMode;
  /** Runs that came to an outcome: each is another schedule. */
  readonly schedules: number;
  /** Runs that the reduction stopped on the way, since other schedules stand for theirs. */
  readonly redundant: number;
  /** How many of `schedules` were abandoned: what they would have come to is not known. */
  readonly abandoned: number;
  /** True if nothing within the mode is left to be tried. */
  readonly complete: boolean;
  /**
   * True if, besides, no outcome can have been missed within the mode. Abandoned schedules might have come to others, except where the full search left a circle of
   * states: it tries everything else that can be done from there. The reduction may miss what only a circle leads to, such as a livelock.
   */
  readonly conclusive: boolean;
  /** The number of preemptions up to which all schedules have been tried; null if not even those without any. */
  readonly proven: PreemptionBound | null;
  /** In the order of being found. */
  readonly outcomes: readonly OutcomeRow[];
  /** What may be said where schedules were drawn at random: then some may be alike, and they are never complete. */
  readonly random?: RandomSummary;
}

/** How many items are out at once, at most. The order of the search depends on it, so it is not the number of workers. */
const windowSize = 128;

interface Pending {
  readonly id: number;
  readonly branch: Branch;
  result: RunResult | null;
}

/**
 * Hands out the runs to be made, and takes their results in any order. Results count in the order of the items' ids, and an item is made only when all but the
 * last 127 before it have counted: so what is tried, in which order, and what is said of it depend neither on how many workers there are nor on who is first.
 */
export class Frontier {
  readonly #options: SearchOptions;
  readonly #tree: SearchTree;
  readonly #table: OutcomeTable;
  /** Items that are out, each at its id modulo `windowSize`. A `Map` would keep results alive until the next full garbage collection, and be a fifth as fast. */
  readonly #out: (Pending | undefined)[] = Array.from({ length: windowSize });
  /** Items to be handed out, the next one last. */
  readonly #ready: WorkItem[] = [];
  #made = 0;
  #counted = 0;
  #schedules = 0;
  #abandoned = 0;
  #circles = 0;
  #exhausted = false;
  #proven: number | null = null;

  constructor(options: SearchOptions) {
    this.#options = options;
    this.#table = new OutcomeTable(options.mainFirst);
    this.#tree =
      options.random !== undefined
        ? randomTree(options.random, options.maxSteps)
        : options.reduction === 'none'
          ? fullTree(options.preemptions, options.maxRuns)
          : reducedTree();
    this.#fill();
  }

  /** A run to be made; null if there is none until something is reported, or ever: see `finished`. */
  next(): WorkItem | null {
    return this.#ready.pop() ?? null;
  }

  /**
   * Takes the result of a run.
   * @throws if that item is not out.
   */
  report(item: WorkItem, result: RunResult): void {
    const pending = this.#pending(item.id);
    if (pending === undefined || pending.result !== null) throw new Error(`Item ${item.id} is not waited for.`);
    pending.result = result;
    for (
      let first = this.#pending(this.#counted);
      first !== undefined && first.result !== null;
      first = this.#pending(this.#counted)
    ) {
      this.#out[this.#counted % windowSize] = undefined;
      this.#counted += 1;
      this.#count(first.branch, first.result);
      this.#fill();
    }
  }

  /** Takes back an item that was handed out and will not be reported, because its worker died: `next` hands it out again. */
  giveBack(item: WorkItem): void {
    if (this.#pending(item.id)?.result === null) this.#ready.push(item);
  }

  /** True if nothing is out and nothing will be handed out any more. */
  get finished(): boolean {
    return this.#made === this.#counted;
  }

  /** The number of preemptions up to which all schedules have been tried; null if not even those without any. */
  get proven(): PreemptionBound | null {
    return this.#exhausted ? this.#options.preemptions : this.#proven;
  }

  /** What is known now. Only what has counted is in it. */
  summary(): SearchSummary {
    const { reduction, preemptions } = this.#options;
    const mode: SearchMode = reduction === 'none' ? { reduction, preemptions } : { reduction, preemptions };
    return {
      mode,
      schedules: this.#schedules,
      redundant: this.#counted - this.#schedules,
      abandoned: this.#abandoned,
      complete: this.#exhausted,
      conclusive:
        this.#exhausted &&
        (this.#abandoned === 0 || (reduction === 'none' && preemptions === 'all' && this.#abandoned === this.#circles)),
      proven: this.proven,
      outcomes: this.#table.rows(),
      ...(this.#tree.random !== undefined && { random: this.#tree.random() }),
    };
  }

  #pending(id: number): Pending | undefined {
    const pending = this.#out[id % windowSize];
    return pending?.id === id ? pending : undefined;
  }

  #count(branch: Branch, result: RunResult): void {
    branch.grow(result);
    if (result.outcome === null) return;
    this.#schedules += 1;
    if (result.outcome.kind === 'abandoned') {
      this.#abandoned += 1;
      if (result.outcome.why === 'livelock' || result.outcome.why === 'spin') this.#circles += 1;
    }
    this.#table.add(result, result.outcome);
  }

  #fill(): void {
    const { maxRuns, maxSteps } = this.#options;
    while (this.#made - this.#counted < windowSize) {
      if (this.#made >= maxRuns && !this.finished) return;
      const branch = this.#tree.pop();
      if (branch === undefined) {
        if (!this.finished) return;
        this.#proven = this.#tree.level;
        if (this.#tree.advance()) continue;
        this.#exhausted = true;
        return;
      }
      // There is more than may be tried.
      if (this.#made >= maxRuns) return;
      const { prefix, sleep, priorities } = branch;
      const item: WorkItem = {
        id: this.#made,
        prefix,
        sleep,
        maxSteps,
        ...(priorities !== undefined && { priorities }),
      };
      this.#out[item.id % windowSize] = { id: item.id, branch, result: null };
      this.#ready.unshift(item);
      this.#made += 1;
    }
  }
}
