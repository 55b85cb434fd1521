import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { SpanStore } from '../src/core/trace/spans';
import { CombinedSpans } from '../src/core/trace/spansCombine';
import type { TraceEvent } from '../src/core/trace/trace';
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

let events: readonly TraceEvent[] = [];
let root: Root | null = null;
let surface: TimelineSurface | null = null;

/** Makes the events, which is not part of what is measured, and clears the page. */
function prepare(): void {
  surface?.dispose();
  root?.unmount();
  [surface, root] = [null, null];
  events = manyEvents(eventCount, laneCount);
  page();
}

function finishedStore(): SpanStore {
  const store = new SpanStore();
  store.add(events);
  store.finish();
  return store;
}

/** Turns events into spans for the first time. */
let folded: SpanStore | null = null;
function fold(): void {
  folded = finishedStore();
}

/** Draws spans as a card shows them. */
function firstDraw(): void {
  root = createRoot(page());
  const source = folded ?? finishedStore();
  flushSync(() => root?.render(<Timeline source={source} title="Many events" />));
  rasterise(document.body);
}

/** Draws as many events, in several runs on one axis, as a card shows all its strategies. */
function severalRuns(count: number): CombinedSpans {
  const parts = Array.from({ length: count }, (_, index) => {
    const source = new SpanStore();
    source.add(manyEvents(eventCount / count, Math.ceil(laneCount / count)));
    source.finish();
    return { name: `Strategy ${index + 1}`, source };
  });
  return new CombinedSpans(parts);
}

/** A bare surface, for frames. */
function openSurface(runs = 1): void {
  prepare();
  surface = new TimelineSurface(
    page().appendChild(document.createElement('div')),
    runs === 1 ? finishedStore() : severalRuns(runs),
    () => undefined,
  );
}

/** One frame after a step of zooming, around the middle; below 1 is closer. */
function zoomFrame(factor: number): void {
  surface?.zoom(factor);
  frame();
}

function panFrame(px: number): void {
  surface?.panBy(px);
  frame();
}

function frame(): void {
  surface?.draw();
  rasterise(document.body);
}

/** Feeds the events in as a run of `lastsMs` would. */
async function live(lastsMs: number): Promise<void> {
  const inOrder = events.toSorted((a, b) => a.at - b.at);
  const pace = (inOrder.at(-1)?.at ?? 1) / lastsMs;
  const began = performance.now();
  const store = new SpanStore(() => (performance.now() - began) * pace);
  root = createRoot(page());
  root.render(<Timeline source={store} title="Many events, live" />);
  for (let fed = 0; fed < inOrder.length;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const from = fed;
    const until = (performance.now() - began) * pace;
    while (fed < inOrder.length && (inOrder[fed]?.at ?? 0) <= until) fed += 1;
    store.add(inOrder.slice(from, fed));
  }
  store.finish();
  await new Promise((resolve) => setTimeout(resolve, 300));
}

const pieces = { prepare, fold, firstDraw, openSurface, zoomFrame, panFrame, live };

declare global {
  interface Window {
    /** Set once the page has loaded. */
    timeline?: typeof pieces;
  }
}

window.timeline = pieces;
