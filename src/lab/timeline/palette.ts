import type { SpanState } from '../../core/trace';

/** The tokens a timeline is drawn with, as the page's theme sets them, and its typeface. */
export interface Palette {
  readonly states: Readonly<Record<SpanState, string>>;
  /** The same as flat tones, for what is too narrow for a pattern: as dark as the pattern looks from afar. */
  readonly tones: Readonly<Record<SpanState, string>>;
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
export const mix = (colour: string, percent: number, paper: string): string => `color-mix(in srgb, ${colour} ${percent}%, ${paper})`;

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
  const tone = (state: SpanState): string => mix(states[state], density[state], paper);
  return {
    states,
    tones: { running: tone('running'), ready: tone('ready'), waiting: tone('waiting'), blocked: tone('blocked') },
    ink,
    inkSoft: token('--ink-soft', ink),
    paper,
    rule: token('--rule', ink),
    accent: token('--accent', ink),
    fontFamily: style.fontFamily,
  };
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
