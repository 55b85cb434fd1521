/** A measured speed-up: how many times faster the work went on several workers than on one. */
export interface SpeedupPoint {
  readonly workers: number;
  readonly speedup: number;
}

export interface AmdahlFit {
  /** The share of the work, 0 to 1, that behaves as if only one worker could do it. */
  readonly serialFraction: number;
  /** Root mean square of what the law leaves unexplained, as a share of the time that one worker takes. */
  readonly residual: number;
}

/** The speed-up that Amdahl's law allows. */
export function amdahlSpeedup(serialFraction: number, workers: number): number {
  return 1 / (serialFraction + (1 - serialFraction) / workers);
}

/**
 * Fits Amdahl's law to measured speed-ups: Gene M. Amdahl, "Validity of the single processor approach to achieving large
 * scale computing capabilities", AFIPS Spring Joint Computer Conference (1967), 483–485. With T(n) the time on n workers
 * the law is T(n) / T(1) = s + (1 - s) / n, a straight line in s; its least squares have a closed form, and because they
 * are a parabola in s, the best s within 0 to 1 is the nearest to the unbounded one.
 * Throws `RangeError` when no point has more than one worker, or a speed-up is not positive.
 */
export function fitSerialFraction(points: readonly SpeedupPoint[]): AmdahlFit {
  if (points.some(({ speedup }) => !(speedup > 0))) throw new RangeError('A speed-up is a positive number.');
  let products = 0;
  let squares = 0;
  for (const { workers, speedup } of points) {
    const slope = 1 - 1 / workers;
    products += slope * (1 / speedup - 1 / workers);
    squares += slope * slope;
  }
  if (squares === 0) throw new RangeError('One worker alone says nothing about the serial part.');
  const serialFraction = Math.min(1, Math.max(0, products / squares));
  const unexplained = points.reduce(
    (sum, { workers, speedup }) => sum + (1 / speedup - 1 / amdahlSpeedup(serialFraction, workers)) ** 2,
    0,
  );
  return { serialFraction, residual: Math.sqrt(unexplained / points.length) };
}
