import type { SearchDoor } from '../core/python/pythonSchedules';
import { BrokenAnswer } from '../core/python/answers';
import { StrategyFailure } from '../core/experiment/experiment';
import type { RunResult, WorkItem } from '../core/schedule/types';
import { packItems, unpackRuns } from '../core/python/packedRuns';
import { Batches } from '../core/schedule/batches';
import type { SearchSummary } from '../core/schedule/frontier';
import { openDoor, tellPage } from './door';

let search: Batches | null = null;
let everyMs = 0;
let toldAt = 0;
let outcomes = 0;
/** How many outcomes are told as often as is asked for; the page takes long to read more of them, and hears less often. */
const mostOutcomes = 500;

function current(): Batches {
  if (search === null) throw new Error('No search has begun.');
  return search;
}

/** Reads the results of a batch; an answer that makes no sense fails the search, since a program could have forged it. */
function unpackResults(answer: string, items: readonly WorkItem[]): readonly RunResult[] {
  try {
    return unpackRuns(answer, items);
  } catch (error) {
    throw error instanceof BrokenAnswer ? new StrategyFailure(error.message) : error;
  }
}

const api: SearchDoor = {
  begin(options, batchSize, interval) {
    search = new Batches(options, { packItems, unpackResults }, batchSize);
    everyMs = interval;
    toldAt = performance.now();
    outcomes = 0;
    return Promise.resolve();
  },

  next(done) {
    const next = current().next(done);
    // The results have counted, whether or not there is more to be done now.
    if (done !== null && performance.now() - toldAt >= everyMs * Math.max(1, outcomes / mostOutcomes)) {
      const summary = current().summary();
      toldAt = performance.now();
      outcomes = summary.outcomes.length;
      tellPage<SearchSummary>(summary);
    }
    return next;
  },

  giveBack: (batch) => current().giveBack(batch),

  summary: () => Promise.resolve(current().summary()),
};

openDoor(api);
