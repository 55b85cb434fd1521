import type { Row } from '../../core/timeline/layout';
import type { Span } from '../../core/trace/trace';

/** A text on a span. */
export interface Label {
  readonly x: number;
  /** Its padding included. */
  readonly widthPx: number;
  readonly text: string;
  /** On a solid span, and not on a pattern. */
  readonly onSolid: boolean;
}

/** Between a text and the edge of what it stands on. */
export const labelPadPx = 5;
/** Between a slip of paper and the edge of its span. */
const slipMarginPx = 4;
/** No text is narrower, and most spans are. */
const leastPx = 18;
/** Half of a cross, and a little room beside it. */
const crossPx = 8;
/** How much of a lane one label speaks for: the same text does not return within it. */
const reachPx = 180;

/** The labels of a row, from left to right: only where a text fits whole, and not the same one again in neighbouring spans. `widthOf` measures a text. */
export function labelsOf(
  { boxes, notes }: Pick<Row, 'boxes' | 'notes'>,
  spans: readonly Span[],
  plotPx: number,
  widthOf: (text: string, onSolid: boolean) => number,
): readonly Label[] {
  const labels: Label[] = [];
  const toldUntil = new Map<string, number>();
  const crosses = notes.flatMap(({ x, failed }) => (failed ? [x] : []));
  for (const box of boxes) {
    // Ready is a narrow tube with no room for a text.
    if (box.widthPx < leastPx || box.shares !== null || box.state === 'ready') continue;
    const text = spans[box.first]?.label ?? '';
    if (text === '') continue;
    const onSolid = box.state === 'running';
    const marginPx = onSolid ? 1 : slipMarginPx;
    // A span that begins out of sight keeps its label in sight.
    const cross = crosses.find((at) => Math.abs(at - box.x) < crossPx);
    const x = Math.max(box.x, 0, cross === undefined ? 0 : cross + crossPx - marginPx) + marginPx;
    const right = Math.min(box.x + box.widthPx, plotPx) - marginPx;
    if (right - x < reachPx && x < (toldUntil.get(text) ?? Number.NEGATIVE_INFINITY)) continue;
    const widthPx = widthOf(text, onSolid) + 2 * labelPadPx;
    if (x + widthPx > right) continue;
    labels.push({ x, widthPx, text, onSolid });
    toldUntil.set(text, x + widthPx + reachPx);
  }
  return labels;
}
