import { announceCopy } from './linkSign';
import { openAround } from './openAround';
import { prepareForPaper } from './paper';
import { idIn, keptPlace, placeHere, rememberPlace, type Place } from './place';

/** How long the browser's own scrolling, after a load or a step through the history, is taken for what it is, and not for the reader's. */
const browserScrollsMs = 400;

/** What a reader does that means: leave the page where it is. */
const acts = ['wheel', 'touchmove', 'pointerdown', 'keydown', 'click'] as const;

/** How far the page may be from where it belongs without being moved, in pixels. */
const slackPx = 1;

/** The top of an anchor that has been landed on: beneath whatever sticks to the top of the screen. */
function clearancePx(anchor: Element): number {
  const px = (value: string): number => Number.parseFloat(value) || 0;
  const notices = document.querySelector<HTMLElement>('.notices')?.offsetHeight ?? 0;
  return (
    px(getComputedStyle(document.documentElement).scrollPaddingTop) +
    px(getComputedStyle(anchor).scrollMarginTop) +
    notices
  );
}

/** Where the page must be scrolled to, in pixels; null where that is unknown. */
type Goal = () => number | null;

const within = (top: number): number => Math.min(Math.max(0, top), document.documentElement.scrollHeight - innerHeight);

const atAnchor =
  (id: string): Goal =>
  () => {
    const anchor = document.getElementById(id);
    return anchor === null ? null : within(scrollY + anchor.getBoundingClientRect().top - clearancePx(anchor));
  };

const atPlace =
  ({ id, topPx }: Place): Goal =>
  () => {
    if (id === null) return within(topPx);
    const anchor = document.getElementById(id);
    return anchor === null ? null : within(scrollY + anchor.getBoundingClientRect().top - topPx);
  };

let stopFollowing = (): void => undefined;

/** Keeps the page at its goal while charts, programs and fonts above it find their heights, until the reader does anything. */
function follow(goal: Goal): void {
  stopFollowing();
  const stop = new AbortController();
  const { signal } = stop;
  let wanted = -1;
  let browserScrollsUntil = performance.now() + browserScrollsMs;
  const keep = (): void => {
    const top = goal();
    if (top === null) return;
    wanted = top;
    if (Math.abs(scrollY - top) > slackPx) scrollTo({ top, behavior: 'instant' });
  };
  const observer = new ResizeObserver(keep);
  stopFollowing = () => {
    stop.abort();
    observer.disconnect();
  };
  keep();
  observer.observe(document.body);
  for (const act of acts)
    addEventListener(act, (event) => event.isTrusted && stopFollowing(), { signal, capture: true, passive: true });
  addEventListener(
    'load',
    () => {
      browserScrollsUntil = performance.now() + browserScrollsMs;
      keep();
    },
    { signal },
  );
  addEventListener(
    'scroll',
    () => {
      const top = goal();
      const layoutChanged = top === null || Math.abs(top - wanted) > slackPx;
      const browserScrolls = document.readyState !== 'complete' || performance.now() < browserScrollsUntil;
      if (layoutChanged || browserScrolls) keep();
      // A dragged scrollbar sends no other event.
      else if (Math.abs(scrollY - top) > slackPx) stopFollowing();
    },
    { signal },
  );
}

/** The browser loaded this page because the reader stepped through the history or asked for it anew. */
function cameBack(): boolean {
  const load = performance.getEntriesByType('navigation')[0];
  return load instanceof PerformanceNavigationTiming && (load.type === 'reload' || load.type === 'back_forward');
}

/** The page that was landed on last, by its path; and whether the reader came to the present one by a step through the history. */
let landedPath: string | null = null;
let stepped = false;

/** Goes to where the address leads: the place that the reader left, after a step through the history or a reload; otherwise the anchor. */
export function land(): void {
  // The document was loaded for the page that is landed on, and not for another one, from which the reader followed a link.
  const first = landedPath === null && document.documentElement.dataset['travelled'] === undefined;
  const returned = first ? cameBack() : stepped;
  landedPath = location.pathname;
  stepped = false;
  stopFollowing();
  prepareForPaper();
  // Before anything is opened, which scrolls.
  const place = returned ? keptPlace({ newPage: first }) : null;
  const id = idIn(location.hash);
  const anchor = id === '' ? null : document.getElementById(id);
  if (anchor !== null) openAround(anchor);
  // The first script of the page heard it.
  if (first && document.documentElement.dataset['acted'] !== undefined) return;
  if (place !== null) follow(atPlace(place));
  else if (anchor !== null) follow(atAnchor(id));
}

function listen(): void {
  const landHere = (): void => {
    // On another page, what is drawn there lands itself.
    if (location.pathname === landedPath) land();
  };
  addEventListener('popstate', () => {
    stepped = true;
    landHere();
  });
  // The router tells of an address that it changed by this event.
  addEventListener('pushState', landHere);
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || !link.matches('a[href^="#"]') || event.defaultPrevented) return;
    if (link.matches('.link-sign')) void announceCopy(link);
    // To the browser, a link to where the address leads already is no news.
    if (link.hash === location.hash) land();
  });

  let moved = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = (): void => {
    clearTimeout(timer);
    moved = false;
    // Between a step to another page and its drawing, the address is that page's already, and the place still this one's.
    if (!stepped && location.pathname === landedPath) rememberPlace(placeHere());
  };
  const rememberIfMoved = (): void => {
    if (moved) remember();
  };
  addEventListener('scroll', () => {
    moved = true;
    clearTimeout(timer);
    timer = setTimeout(remember, 200);
  });
  // Each of these may lead away from the page, whose address would then be another's.
  addEventListener('click', (event) => event.isTrusted && remember(), { capture: true });
  for (const event of ['keydown', 'pagehide']) addEventListener(event, rememberIfMoved, { capture: true });
}

listen();
