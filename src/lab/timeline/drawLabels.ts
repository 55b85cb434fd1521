import type { Frame } from './frame';
import { labelPadPx, labelsOf } from './labels';

/** What wide spans are about: in paper's colour on what is solid, on a slip of paper where a pattern would make it hard to read. */
export function drawLabels(context: CanvasRenderingContext2D, frame: Frame): void {
  const { layout, lanes, geometry, palette, ruler } = frame;
  const sizePx = 12;
  if (geometry.barPx < sizePx + 2) return;
  const [solid, slip] = [ruler.font(sizePx, 600), ruler.font(sizePx)];
  const slipHeightPx = sizePx + 3;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const row of layout.rows) {
    const middle = row.topPx + geometry.rowHeightPx / 2;
    const spans = lanes[row.lane]?.spans ?? [];
    const widthOf = (text: string, onSolid: boolean): number => ruler.width(text, onSolid ? solid : slip);
    for (const { x, widthPx, text, onSolid } of labelsOf(row, spans, geometry.plotPx, widthOf)) {
      if (!onSolid) {
        context.fillStyle = palette.paper;
        context.fillRect(x, middle - slipHeightPx / 2, widthPx, slipHeightPx);
      }
      context.font = onSolid ? solid : slip;
      context.fillStyle = onSolid ? palette.paper : palette.ink;
      context.fillText(text, x + labelPadPx, middle + 0.5);
    }
  }
}
