/** A point of a line. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * At most about `most` of the points, such that a drawn line keeps its peaks and valleys: from each of `most / 2` stretches of
 * the list the lowest and the highest, in their order. The first and the last always stay.
 */
export function thin<P extends Point>(points: readonly P[], most: number): readonly P[] {
  if (points.length <= most) return points;
  const stretches = Math.max(1, Math.floor(most / 2) - 1);
  const inner = points.length - 2;
  const kept: P[] = points.slice(0, 1);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const part = points.slice(
      1 + Math.floor((stretch * inner) / stretches),
      1 + Math.floor(((stretch + 1) * inner) / stretches),
    );
    const low = part.reduce((a, b) => (b.y < a.y ? b : a));
    const high = part.reduce((a, b) => (b.y > a.y ? b : a));
    kept.push(...part.filter((point) => point === low || point === high));
  }
  return [...kept, ...points.slice(-1)];
}
