import { RangeSetBuilder, StateEffect, StateField, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, gutter, GutterMarker, type DecorationSet } from '@codemirror/view';
import type { Instruction } from '../../../core/python/pythonSchedules';
import type { ThreadIndex } from '../../../core/schedule/types';
import { markElement, markShapes } from './marks';

/** Where one thread stands. */
export interface ListingCursor {
  readonly thread: ThreadIndex;
  /** From 1: what it runs next, or is in the midst of. */
  readonly line: number;
  /** It took the last step. */
  readonly last: boolean;
  /** What of the source its next instruction stands for, where instructions are steps. */
  readonly place: Instruction['place'];
}

/** All that the listing shows besides the program. */
export interface ListingMarks {
  readonly cursors: readonly ListingCursor[];
  /** The line that the last step ran. */
  readonly ran: number | null;
}

const none: ListingMarks = { cursors: [], ran: null };
const setMarks = StateEffect.define<ListingMarks>();

/** The most marks that stand one beside the other; more than these are shown as a number, or the margin would grow over the code. */
const mostBeside = 4;

class Signs extends GutterMarker {
  readonly cursors: readonly ListingCursor[];

  constructor(cursors: readonly ListingCursor[]) {
    super();
    this.cursors = cursors;
  }

  override eq(other: Signs): boolean {
    return (
      this.cursors.length === other.cursors.length &&
      this.cursors.every(
        ({ thread, last }, index) => thread === other.cursors[index]?.thread && last === other.cursors[index].last,
      )
    );
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'listing-signs';
    const shown = this.cursors.length > mostBeside ? this.cursors.slice(0, mostBeside - 1) : this.cursors;
    element.append(...shown.map(({ thread, last }) => markElement(thread, last)));
    if (shown.length < this.cursors.length) element.append(`+${this.cursors.length - shown.length}`);
    return element;
  }
}

const field = StateField.define<ListingMarks>({
  create: () => none,
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMarks)) return effect.value;
    return transaction.docChanged ? none : marks;
  },
  provide: (own) => EditorView.decorations.compute([own, 'doc'], (state) => decorationsOf(state.field(own), state.doc)),
});

function decorationsOf({ cursors, ran }: ListingMarks, doc: Text): DecorationSet {
  const found: { readonly from: number; readonly to: number; readonly what: Decoration }[] = [];
  const startOf = (line: number): number => doc.line(Math.min(Math.max(line, 1), doc.lines)).from;
  const last = cursors.find((cursor) => cursor.last);
  if (ran !== null)
    found.push({ from: startOf(ran), to: startOf(ran), what: Decoration.line({ class: 'listing-ran' }) });
  for (const { thread, line, place } of cursors) {
    const own = { 'data-thread': String(thread % markShapes.length) };
    if (line === last?.line && thread === last.thread)
      found.push({
        from: startOf(line),
        to: startOf(line),
        what: Decoration.line({ class: 'listing-last', attributes: own }),
      });
    if (place === null || place[0] !== place[2] || place[0] > doc.lines) continue;
    const { from, to } = doc.line(place[0]);
    const [begin, end] = [Math.min(from + place[1], to), Math.min(from + place[3], to)];
    if (begin < end)
      found.push({ from: begin, to: end, what: Decoration.mark({ class: 'listing-place', attributes: own }) });
  }
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to, what } of found.toSorted(
    (a, b) => a.from - b.from || a.what.startSide - b.what.startSide || a.to - b.to,
  ))
    builder.add(from, to, what);
  return builder.finish();
}

/** Signs of threads in the margin, and what they are about to do in the text; see `showMarks`. */
export const listingMarks: Extension = [
  field,
  gutter({
    class: 'listing-margin',
    lineMarker(view, { from }) {
      const { number } = view.state.doc.lineAt(from);
      const here = view.state.field(field).cursors.filter(({ line }) => line === number);
      return here.length === 0 ? null : new Signs(here);
    },
    lineMarkerChange: (update) => update.startState.field(field) !== update.state.field(field),
    // Room for two from the beginning: the text must not move aside when they meet.
    initialSpacer: () =>
      new Signs([
        { thread: 0, line: 1, last: false, place: null },
        { thread: 1, line: 1, last: false, place: null },
      ]),
  }),
];

/** Puts the marks where they belong, and brings the thread that ran last into sight, within the listing only. */
export function showMarks(view: EditorView, marks: ListingMarks, smoothly: boolean): void {
  const before = smoothly ? placesOf(view) : null;
  view.dispatch({ effects: setMarks.of(marks) });
  if (before !== null) slide(view, before);
  const moved = marks.cursors.find(({ last }) => last);
  if (moved !== undefined && moved.line <= view.state.doc.lines) bringIntoSight(view, moved.line, smoothly);
}

const slideMs = 180;

/** The signs in the margin, by thread. */
const signsIn = (view: EditorView): readonly (readonly [thread: string, sign: Element])[] =>
  [...view.dom.querySelectorAll('.listing-margin .cm-gutterElement:not([style*="visibility"]) .thread-mark')].map(
    (sign) => [sign.textContent, sign] as const,
  );

/** How far each thread's sign is beneath the top of the program, on its way included. */
function placesOf(view: EditorView): ReadonlyMap<string, number> {
  const { top } = view.contentDOM.getBoundingClientRect();
  return new Map(signsIn(view).map(([thread, sign]) => [thread, sign.getBoundingClientRect().top - top]));
}

/** Lets the signs glide from where they were to where they are. */
function slide(view: EditorView, before: ReadonlyMap<string, number>): void {
  const now = placesOf(view);
  for (const [thread, sign] of signsIn(view)) {
    const distance = (before.get(thread) ?? 0) - (now.get(thread) ?? 0);
    if (!before.has(thread) || Math.abs(distance) < 1) continue;
    sign.animate([{ transform: `translateY(${distance}px)` }, { transform: 'none' }], {
      duration: slideMs,
      easing: 'ease-out',
    });
  }
}

/** Lines that are kept free above and below. */
const marginLines = 2;

function bringIntoSight(view: EditorView, line: number, smoothly: boolean): void {
  view.requestMeasure({
    key: 'bringIntoSight',
    read: () => {
      const { top, bottom } = view.lineBlockAt(view.state.doc.line(line).from);
      const { scrollTop, clientHeight } = view.scrollDOM;
      const margin = Math.min(marginLines * view.defaultLineHeight, Math.max(0, (clientHeight - (bottom - top)) / 2));
      // The content's own padding stands above the first line.
      const [from, to] = [top + view.documentPadding.top - margin, bottom + view.documentPadding.top + margin];
      return from < scrollTop ? from : to > scrollTop + clientHeight ? to - clientHeight : null;
    },
    write: (top) => {
      if (top !== null) view.scrollDOM.scrollTo({ top, behavior: smoothly ? 'smooth' : 'instant' });
    },
  });
}
