import type { Frame } from './frame';

const sizePx = 14;

/** The name of each group and what is said of it, above its lanes. The grid pauses there. */
export function drawHeadings(context: CanvasRenderingContext2D, { layout, geometry, palette, ruler }: Frame): void {
  const { headingPx, widthPx } = geometry;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  for (const { group, topPx } of layout.headings) {
    if (topPx + headingPx <= 0) continue;
    context.fillStyle = palette.paper;
    context.fillRect(0, topPx, widthPx, headingPx);
    const baseline = topPx + headingPx - 8;
    const [strong, plain] = [ruler.font(sizePx, 650), ruler.font(sizePx)];
    const remark = group.remark === '' ? '' : ` · ${group.remark}`;
    const name = ruler.fit(group.name, strong, widthPx - ruler.width(remark, plain));
    context.font = strong;
    context.fillStyle = palette.ink;
    context.fillText(name, 0, baseline);
    context.font = plain;
    context.fillStyle = palette.inkSoft;
    context.fillText(remark, ruler.width(name, strong), baseline);
  }
}
