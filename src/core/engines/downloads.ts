import type { LaneInfo } from '../trace/laneWriter';
import type { PageFailure } from './pages';
import type { ParamsOf } from '../experiment/params';
import type { Millis, WorkerMs } from '../base/time';
import type { SendEvents } from '../trace/worker';

/** Downloads: pages that arrive after a latency, fetched one after another, by threads, by a pool, or by one event loop. */
export const downloadParams = {
  pages: { kind: 'number', label: 'Pages', unit: 'pages', min: 1, max: 12, step: 1, initial: 3 },
  latencyMs: {
    kind: 'number',
    label: 'Latency',
    unit: 'ms',
    min: 50,
    max: 3000,
    step: 50,
    initial: 1000,
    hint: 'How long each page lets you wait before it answers.',
  },
  jitterPercent: {
    kind: 'number',
    label: 'Jitter',
    unit: '%',
    min: 0,
    max: 90,
    step: 5,
    initial: 0,
    hint: 'How much the latency differs from page to page.',
  },
  failurePercent: {
    kind: 'number',
    label: 'Failure rate',
    unit: '%',
    min: 0,
    max: 100,
    step: 5,
    initial: 0,
    hint: 'How many pages answer 503 or break off in the middle.',
  },
  poolSize: {
    kind: 'number',
    label: 'Pool size',
    unit: 'workers',
    min: 1,
    max: 12,
    step: 1,
    initial: 2,
    hint: 'Only the pool uses it.',
  },
  seed: {
    kind: 'number',
    label: 'Seed',
    unit: '',
    min: 0,
    max: 9999,
    step: 1,
    initial: 1,
    hint: 'The same seed gives the same jitter and the same failures.',
  },
  ownUrls: {
    kind: 'text',
    label: 'Your own addresses',
    initial: '',
    maxLength: 2000,
    hint: 'One address a line; they are fetched instead of our pages. Each site must allow it (CORS).',
  },
} as const;
export type DownloadParams = ParamsOf<typeof downloadParams>;
export type DownloadStrategy = 'sequential' | 'threaded' | 'pool' | 'async';

/** One page to fetch. */
export interface PageTask {
  /** For lanes and sentences: `oak`, or a short form of the reader's own address. */
  readonly name: string;
  /** Absolute. */
  readonly url: string;
  /** Given up after this time. */
  readonly timeoutMs: Millis;
  /** How one of the site's own pages is to behave where no service worker answers for it; null for the reader's own address. */
  readonly local: { readonly latencyMs: Millis; readonly failure: PageFailure | null } | null;
}

/** Who answered: the service worker; a static file and then a timer, for want of one; another site. */
export type PageSource = 'live' | 'held' | 'network';

interface PageFetched {
  readonly name: string;
  readonly bytes: number;
  readonly elapsedMs: Millis;
  /** Null where nobody answered. */
  readonly source: PageSource | null;
}

/** How one page went. `reason` continues a sentence that begins with the page's name. */
export type PageResult = PageFetched &
  ({ readonly status: 'arrived' } | { readonly status: 'failed'; readonly reason: string });

/** What a worker brings back. */
export interface Fetched {
  readonly results: readonly PageResult[];
  /** On the worker's own clock. */
  readonly endedAt: WorkerMs;
}

/** What a download worker does. A page that fails is a result; the others go on. */
export interface DownloadDoor {
  /** Resolves when the worker is ready to work. */
  ready(): void;
  /** Fetches one page after another in one lane. */
  fetchInTurn(lane: LaneInfo, tasks: readonly PageTask[], send: SendEvents): Promise<Fetched>;
  /** Fetches one page after another in one lane; `take` gives the next, or null when there is none left. */
  fetchShared(
    lane: LaneInfo,
    take: () => PageTask | null | Promise<PageTask | null>,
    send: SendEvents,
  ): Promise<Fetched>;
  /** Fetches all pages at once on one event loop: one lane for the loop and one for each task. */
  fetchTogether(loop: LaneInfo, tasks: readonly PageTask[], send: SendEvents): Promise<Fetched>;
}
