import type { SpanState } from '../../core/trace/trace';

/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The tokens a timeline is drawn with, as the page's theme sets them, and its typeface. */
export interface Palette {
  readonly states: Readonly<Record<SpanState, string>>;
  /** The states as flat tones, for what is too narrow for a pattern: as dark as the pattern looks from afar. */
  readonly tones: Readonly<Record<SpanState, Rgb>>;
  /** Ready's own colour, and the paper's, as numbers like the tones. */
  readonly readyRgb: Rgb;
  readonly paperRgb: Rgb;
  readonly ink: string;
  readonly inkSoft: string;
  /** What the timeline lies on. */
  readonly paper: string;
  readonly rule: string;
  readonly accent: string;
  readonly fontFamily: string;
}

/** How much of a state's colour its pattern shows. */
const density: Readonly<Record<SpanState, number>> = { running: 100, blocked: 60, waiting: 42, ready: 34 };

/** A colour let down with paper: 100 is the colour itself. */
export const mix = (colour: string, percent: number, paper: string): string =>
  `color-mix(in srgb, ${colour} ${percent}%, ${paper})`;

/** Reads the tokens where `element` stands. Cheap, but not for every frame. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  const ink = token('--ink', '#000');
  const paper = backgroundOf(element) ?? token('--paper', '#fff');
  const states: Record<SpanState, string> = {
    running: token('--span-running', ink),
    ready: token('--span-ready', ink),
    waiting: token('--span-waiting', ink),
    blocked: token('--span-blocked', ink),
  };
  const tone = (state: SpanState): Rgb => rgbOf(mix(states[state], density[state], paper), element);
  return {
    states,
    tones: { running: tone('running'), ready: tone('ready'), waiting: tone('waiting'), blocked: tone('blocked') },
    readyRgb: rgbOf(states.ready, element),
    paperRgb: rgbOf(paper, element),
    ink,
    inkSoft: token('--ink-soft', ink),
    paper,
    rule: token('--rule', ink),
    accent: token('--accent', ink),
    fontFamily: style.fontFamily,
  };
}

/** Any CSS colour as numbers. The style engine is asked and not a canvas, for browsers that guard their readers falsify what a canvas gives away. */
function rgbOf(colour: string, near: Element): Rgb {
  const probe = document.createElement('span');
  // Mixed with itself it comes out as `color(srgb 0.1 0.2 0.3)`, however it was written.
  probe.style.color = mix(colour, 50, colour);
  near.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  return parseColour(computed);
}

/** Reads `color(srgb 0.1 0.2 0.3)` and `rgb(26, 51, 77)`. Throws an `Error` on anything else. */
export function parseColour(text: string): Rgb {
  const [, space, numbers = ''] = /^(color\(srgb |rgba?\()([^/)]*)/.exec(text) ?? [];
  const [red, green, blue] = numbers
    .split(/[ ,]+/)
    .map((part) => Math.round(Number(part) * (space === 'color(srgb ' ? 255 : 1)));
  if (red === undefined || green === undefined || blue === undefined || !Number.isFinite(red + green + blue))
    throw new Error(`“${text}” is no colour that is known here.`);
  return [red, green, blue];
}

/** The nearest background that covers, or null. */
function backgroundOf(element: Element): string | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'transparent' && !/^rgba\(.*, 0\)$|\/ 0\)$/.test(backgroundColor)) return backgroundColor;
  }
  return null;
}

/** Calls `listener` whenever the tokens may have changed. Returns what ends that. */
export function watchTheme(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(listener);
  system.addEventListener('change', listener);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
  return () => {
    system.removeEventListener('change', listener);
    chosen.disconnect();
  };
}
