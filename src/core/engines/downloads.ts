import type { ParamsOf } from '../params';

/** Downloads: pages that arrive after a latency, fetched one after another, by threads, by a pool, or by one event loop. */
export const downloadParams = {
  pages: { kind: 'number', label: 'Pages', unit: 'pages', min: 1, max: 12, step: 1, initial: 3 },
  latencyMs: { kind: 'number', label: 'Latency', unit: 'ms', min: 50, max: 3000, step: 50, initial: 1000, hint: 'How long each page lets you wait before it answers.' },
  jitterPercent: { kind: 'number', label: 'Jitter', unit: '%', min: 0, max: 90, step: 5, initial: 0, hint: 'How much the latency differs from page to page.' },
  failurePercent: { kind: 'number', label: 'Failure rate', unit: '%', min: 0, max: 100, step: 5, initial: 0, hint: 'How many pages answer 503 or break off in the middle.' },
  poolSize: { kind: 'number', label: 'Pool size', unit: 'workers', min: 1, max: 12, step: 1, initial: 2, hint: 'Only the pool uses it.' },
  seed: { kind: 'number', label: 'Seed', unit: '', min: 0, max: 9999, step: 1, initial: 1, hint: 'The same seed gives the same jitter and the same failures.' },
  ownUrls: { kind: 'text', label: 'Your own addresses', initial: '', maxLength: 2000, hint: 'One a line, in place of ours. A site must allow it (CORS).' },
} as const;
export type DownloadParams = ParamsOf<typeof downloadParams>;
export type DownloadStrategy = 'sequential' | 'threaded' | 'pool' | 'async';
