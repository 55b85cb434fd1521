import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { SpanStore } from '../src/core/spans';
import type { TraceEvent } from '../src/core/trace';
import { TimelineSurface } from '../src/lab/timeline/surface';
import { Timeline } from '../src/lab/timeline/Timeline';
import '../src/styles/index.css';
import { manyEvents } from './support/manyEvents';

const eventCount = 100_000;
const laneCount = 17;

/** A canvas only notes down what to draw; reading a pixel makes it do so now. Without this a frame would cost nothing. */
function rasterise(within: Element): void {
  within.querySelector('canvas')?.getContext('2d')?.getImageData(0, 0, 1, 1);
}

function page(): HTMLElement {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no root.');
  element.replaceChildren();
  return element;
}

function finishedStore(events: readonly TraceEvent[]): SpanStore {
  const store = new SpanStore();
  store.add(events);
  store.finish();
  return store;
}

/** Milliseconds from events that nobody has looked at to spans, and from there to pixels on the canvas. */
function firstDraw(): { readonly foldMs: number; readonly drawMs: number } {
  const events = manyEvents(eventCount, laneCount);
  const root: Root = createRoot(page());
  const began = performance.now();
  const source = finishedStore(events);
  const folded = performance.now();
  flushSync(() => root.render(<Timeline source={source} title="Many events" />));
  rasterise(document.body);
  const drawn = performance.now();
  root.unmount();
  return { foldMs: folded - began, drawMs: drawn - folded };
}

/** Milliseconds of each frame while zooming in from everything to a few spans, panning on the way, and zooming out again. */
function frames(): { readonly zoomMs: readonly number[]; readonly panMs: readonly number[] } {
  const host = page().appendChild(document.createElement('div'));
  const surface = new TimelineSurface(host, finishedStore(manyEvents(eventCount, laneCount)), () => undefined);
  const timed = (change: () => void): number => {
    const began = performance.now();
    change();
    surface.draw();
    rasterise(host);
    return performance.now() - began;
  };
  const zoomMs: number[] = [];
  const panMs: number[] = [];
  for (const factor of [0.8, 1.25]) {
    for (let step = 0; step < 36; step += 1) {
      zoomMs.push(timed(() => surface.zoom(factor)));
      panMs.push(timed(() => surface.panBy(step % 2 === 0 ? 37 : -61)));
    }
  }
  surface.dispose();
  return { zoomMs, panMs };
}

/** Feeds the events in as a run of `lastsMs` would, and gives the tasks that kept the page busy longer than 50 ms meanwhile. */
async function live(lastsMs: number): Promise<{ readonly longTasksMs: readonly number[]; readonly longestFeedMs: number }> {
  const events = manyEvents(eventCount, laneCount).toSorted((a, b) => a.at - b.at);
  const pace = (events.at(-1)?.at ?? 1) / lastsMs;
  const longTasksMs: number[] = [];
  const observer = new PerformanceObserver((list) => longTasksMs.push(...list.getEntries().map((entry) => entry.duration)));
  const root = createRoot(page());
  // What was prepared above is over before anything is observed.
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.observe({ entryTypes: ['longtask'] });
  const began = performance.now();
  const store = new SpanStore(() => (performance.now() - began) * pace);
  root.render(<Timeline source={store} title="Many events, live" />);
  let [fed, longestFeedMs] = [0, 0];
  while (fed < events.length) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const now = performance.now();
    const from = fed;
    while (fed < events.length && (events[fed]?.at ?? 0) <= (now - began) * pace) fed += 1;
    store.add(events.slice(from, fed));
    longestFeedMs = Math.max(longestFeedMs, performance.now() - now);
  }
  store.finish();
  await new Promise((resolve) => setTimeout(resolve, 300));
  longTasksMs.push(...observer.takeRecords().map((entry) => entry.duration));
  observer.disconnect();
  root.unmount();
  return { longTasksMs, longestFeedMs };
}

declare global {
  interface Window {
    /** There once the page has loaded. */
    timeline?: { readonly firstDraw: typeof firstDraw; readonly frames: typeof frames; readonly live: typeof live };
  }
}

window.timeline = { firstDraw, frames, live };
