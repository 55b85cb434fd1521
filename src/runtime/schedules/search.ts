import type { SearchDoor } from '../../core/python/pythonSchedules';
import type { Batch } from '../../core/schedule/batches';
import type { WorkSource } from '../../core/schedule/drive';
import type { SearchSummary } from '../../core/schedule/frontier';
import type { SearchOptions } from '../../core/schedule/search';
import type { Millis } from '../../core/base/time';
import { openWorker } from '../client';

/** How many runs go in one message, which costs as much as a run. */
const batchSize = 16;

/** Drawing what is known takes the page 20 ms. */
const progressEveryMs: Millis = 200;

/** A search that keeps what is still to be tried somewhere else. */
export interface Search extends WorkSource<Batch, string> {
  /** What is known now. */
  summary(): Promise<SearchSummary>;
  /** Ends it; calls under way reject with an `AbortError`. */
  close(): void;
}

export type OpenSearch = (options: SearchOptions, onProgress: (summary: SearchSummary) => void) => Search;

/** Begins a search in a worker of its own: reading results and finding races in them takes as long as a frame, and collecting the garbage longer. */
export const openSearch: OpenSearch = (options, onProgress) => {
  const client = openWorker<SearchDoor, SearchSummary>(createSearchWorker, new AbortController().signal, onProgress);
  const begun = client.call((remote) => remote.begin(options, batchSize, progressEveryMs));
  // The next call rejects likewise.
  begun.catch(() => undefined);
  return {
    next: (done) => client.call((remote) => remote.next(done)),
    giveBack: (batch) => client.call((remote) => remote.giveBack(batch)),
    summary: () => client.call((remote) => remote.summary()),
    close: () => client.close(),
  };
};

function createSearchWorker(): Worker {
  return new Worker(new URL('../../workers/search.worker.ts', import.meta.url), { type: 'module' });
}
