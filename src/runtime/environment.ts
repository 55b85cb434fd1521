import { measureLookMs } from '../core/engines/pace';
import { median } from '../core/base/statistics';
import type { Millis } from '../core/base/time';

/** What this browser offers here and now. */
export interface Capabilities {
  /** The page is cross-origin isolated: shared memory and a finer clock. */
  readonly isolated: boolean;
  readonly sharedMemory: boolean;
  /** A service worker answers for this page, as our own downloads need it. */
  readonly serviceWorker: boolean;
  /** What the browser says of this machine's cores. Some say what they like: `measureCores` measures. */
  readonly reportedCores: number;
}

/** True where threads can share memory. */
export function canShareMemory(): boolean {
  return globalThis.crossOriginIsolated && typeof SharedArrayBuffer === 'function';
}

/** What this browser offers here and now; a service worker may take over later. */
export function capabilities(): Capabilities {
  return {
    isolated: globalThis.crossOriginIsolated,
    sharedMemory: canShareMemory(),
    // Absent where the page is not served over https, whatever the types say.
    serviceWorker: 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null,
    reportedCores: reportedCores(),
  };
}

/** The number of cores the browser reports, at least 1. */
export function reportedCores(): number {
  return Math.max(1, navigator.hardwareConcurrency || 1);
}

/** What some browsers tell of the connection; the types do not know it. */
interface Connection {
  readonly saveData?: boolean;
  readonly type?: string;
  readonly effectiveType?: string;
}

/** Whether megabytes may be fetched that nobody has asked for: not on a phone or a tablet, not where the reader saves data, not over a connection that is slow or paid by the megabyte. */
export function mayFetchUnasked(): boolean {
  const { saveData, type, effectiveType } = (navigator as { readonly connection?: Connection }).connection ?? {};
  const onlyTouched = matchMedia('(any-pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches;
  return !onlyTouched && saveData !== true && type !== 'cellular' && !/[23]g/.test(effectiveType ?? '');
}

/** Does it when the page has nothing else to do. */
export function whenIdle(work: () => void): void {
  // Safari has no word for it.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => work());
  else setTimeout(work, idleAfterMs);
}

/** After how long a page is taken to be idle where the browser does not tell. */
const idleAfterMs: Millis = 1500;

const stepsSeen = 15;
const longestMeasureMs: Millis = 30;
const mostReadings = 300_000;
/** The coarsest clock that browsers give a page (Firefox, when asked to resist fingerprinting). */
const coarsestMs: Millis = 100;

/**
 * The step by which `clock` moves on: the middle one of several. Keeps this thread busy for about 30 ms at most; a clock
 * that does not move in that time counts as the coarsest there is.
 */
export function measureClockResolution(clock: () => Millis = () => performance.now()): Millis {
  const seen: Millis[] = [];
  const from = clock();
  let last = from;
  // Bounded by readings too, in case the clock stands still.
  for (
    let reading = 0;
    reading < mostReadings && seen.length < stepsSeen && last - from < longestMeasureMs;
    reading += 1
  ) {
    const now = clock();
    if (now > last) seen.push(now - last);
    last = now;
  }
  return seen.length === 0 ? coarsestMs : Math.round(median(seen) * 1e6) / 1e6;
}

let knownResolution: Millis | null = null;

/** The clock's resolution, measured when it is first asked for. */
export function clockResolution(): Millis {
  knownResolution ??= measureClockResolution();
  return knownResolution;
}

/** What one look at the clock costs this thread, in ms; measured each time it is asked for, in about 8 ms. */
export function clockCost(): Millis {
  return measureLookMs(() => performance.now());
}

/** Watches whether the page is hidden, because browsers slow the timers of hidden pages. Call `stop` at the end. */
export function watchVisibility(): { wasHidden(): boolean; stop(): void } {
  let hidden = document.hidden;
  const look = (): void => {
    hidden ||= document.hidden;
  };
  document.addEventListener('visibilitychange', look);
  return { wasHidden: () => hidden, stop: () => document.removeEventListener('visibilitychange', look) };
}
