import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitView,
  panView,
  revealView,
  showRange,
  visibleRange,
  zoomView,
  type Extent,
  type TimeView,
} from './timeScaleView';

const done: Extent = { from: 0, to: 1000, live: false };
const live: Extent = { from: 0, to: 1000, live: true };
const middle: TimeView = { kind: 'fixed', from: 400, to: 600 };

describe('a view of everything', () => {
  test('fits what is done exactly', () => {
    expect(visibleRange(fitView, done)).toEqual({ from: 0, to: 1000 });
  });

  test('stands still for a while as a live run grows', () => {
    const ends = [0, 100, 240, 246, 900, 1000, 1400, 1480, 2900, 7000].map(
      (to) => visibleRange(fitView, { ...live, to }).to,
    );
    expect(ends).toEqual([300, 300, 300, 300, 1000, 1500, 1500, 2000, 3000, 7500]);
  });

  test('shows an empty run as something that can be drawn', () => {
    const { from, to } = visibleRange(fitView, { from: 0, to: 0, live: false });
    expect(to).toBeGreaterThan(from);
  });

  test('cannot be panned', () => {
    expect(panView(fitView, done, 0.5)).toBe(fitView);
  });
});

describe('zooming', () => {
  test('leaves the anchor where it is', () => {
    expect(zoomView(fitView, done, 0.5, 0.25)).toEqual({ kind: 'fixed', from: 125, to: 625 });
    expect(zoomView(middle, done, 0.5, 1)).toEqual({ kind: 'fixed', from: 500, to: 600 });
  });

  test('out as far as it goes shows everything', () => {
    expect(zoomView(middle, done, 5, 0.5)).toBe(fitView);
    expect(zoomView(middle, done, 100, 0)).toBe(fitView);
  });

  test('stops at 10 µs', () => {
    const range = visibleRange(zoomView(middle, done, 1e-12, 0.5), done);
    expect(range.to - range.from).toBeCloseTo(0.01, 9);
    expect(range.from).toBeCloseTo(500, 1);
  });

  test('of a live run at its right end goes on to follow it', () => {
    expect(zoomView(fitView, live, 0.1, 1)).toEqual({ kind: 'follow', lengthMs: 150 });
    expect(zoomView(fitView, live, 0.1, 0).kind).toBe('fixed');
  });
});

describe('panning', () => {
  test('moves by a share of the view and stops at the ends', () => {
    expect(panView(middle, done, 0.5)).toEqual({ kind: 'fixed', from: 500, to: 700 });
    expect(panView(middle, done, 9)).toEqual({ kind: 'fixed', from: 800, to: 1000 });
    expect(panView(middle, done, -9)).toEqual({ kind: 'fixed', from: 0, to: 200 });
  });

  test('back leaves a live run, and forth to its end follows it again', () => {
    const follow: TimeView = { kind: 'follow', lengthMs: 200 };
    expect(visibleRange(follow, live)).toEqual({ from: 800, to: 1000 });
    expect(visibleRange(follow, { ...live, to: 1100 })).toEqual({ from: 900, to: 1100 });
    const left = panView(follow, live, -0.5);
    expect(left).toEqual({ kind: 'fixed', from: 700, to: 900 });
    expect(panView(left, live, 1)).toEqual(follow);
  });

  test('a young live run is followed from its beginning', () => {
    expect(visibleRange({ kind: 'follow', lengthMs: 200 }, { ...live, to: 50 })).toEqual({ from: 0, to: 200 });
  });
});

describe('revealing', () => {
  test('does nothing where the target is in sight or fills it', () => {
    expect(revealView(middle, done, { from: 410, to: 590 })).toBe(middle);
    expect(revealView(middle, done, { from: 100, to: 900 })).toBe(middle);
  });

  test('moves just far enough, with a margin', () => {
    expect(revealView(middle, done, { from: 650, to: 700 })).toEqual({ kind: 'fixed', from: 520, to: 720 });
    expect(revealView(middle, done, { from: 300, to: 350 })).toEqual({ kind: 'fixed', from: 280, to: 480 });
    expect(revealView(middle, done, { from: 0, to: 10 })).toEqual({ kind: 'fixed', from: 0, to: 200 });
  });

  test('shows the beginning of what is too long', () => {
    expect(revealView(middle, done, { from: 650, to: 950 })).toEqual({ kind: 'fixed', from: 650, to: 850 });
  });
});

test('whatever a reader does, the view stays within the run and long enough to draw', () => {
  const extent = fc.record({
    from: fc.constant(0),
    to: fc.double({ min: 0, max: 1e5, noNaN: true }),
    live: fc.boolean(),
  });
  const step = fc.oneof(
    fc.tuple(
      fc.constant('zoom' as const),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    fc.tuple(fc.constant('pan' as const), fc.double({ min: -3, max: 3, noNaN: true }), fc.constant(0)),
    fc.tuple(
      fc.constant('show' as const),
      fc.double({ min: -10, max: 1e5, noNaN: true }),
      fc.double({ min: 0, max: 1e4, noNaN: true }),
    ),
  );
  fc.assert(
    fc.property(extent, fc.array(step, { maxLength: 12 }), (extent, steps) => {
      let view: TimeView = fitView;
      for (const [what, a, b] of steps) {
        if (what === 'zoom') view = zoomView(view, extent, a, b);
        else if (what === 'pan') view = panView(view, extent, a);
        else view = showRange({ from: a, to: a + b }, extent);
        const whole = visibleRange(fitView, extent);
        const { from, to } = visibleRange(view, extent);
        expect(to - from).toBeGreaterThanOrEqual(0.01 * (1 - 1e-6));
        expect(from).toBeGreaterThanOrEqual(whole.from);
        expect(to).toBeLessThanOrEqual(whole.to + 1e-6);
      }
    }),
  );
});
