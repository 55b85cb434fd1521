import { workerMs } from '../core/base/clock';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountPlot } from './countPlot';

function plotted(act: (plot: CountPlot) => void, most = 1000, expectedMs = 1000): [number, number][] {
  const points: [number, number][] = [];
  act(new CountPlot((at, count) => void points.push([at, count]), { most, expectedMs }));
  return points;
}

describe('CountPlot', () => {
  it('sends a change only when it is a thirtieth of the height', () => {
    const points = plotted((plot) => {
      plot.now(workerMs(0), 0);
      for (let count = 1; count <= 90; count += 1) plot.changed(workerMs(count), count);
    });
    expect(points).toEqual([
      [0, 0],
      [34, 34],
      [68, 68],
    ]);
  });
  it('sends a point every so often while nothing changes', () => {
    const points = plotted((plot) => {
      plot.now(workerMs(0), 7);
      for (let at = 5; at <= 50; at += 5) plot.time(workerMs(at), 7);
    });
    expect(points).toEqual([
      [0, 7],
      [20, 7],
      [40, 7],
    ]);
  });
  it('stays under 200 points for a count that goes up and down once, however many and however late', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 10, max: 3000 }),
        fc.integer({ min: 1, max: 4 }),
        (most, expectedMs, slowness) => {
          const points = plotted(
            (plot) => {
              plot.now(workerMs(0), 0);
              for (let count = 1; count <= most; count += 1) plot.changed(workerMs(0), count);
              for (let at = 0; at < expectedMs * slowness; at += 1) plot.time(workerMs(at), most);
              for (let count = most - 1; count >= 0; count -= 1) plot.changed(workerMs(expectedMs * slowness), count);
              plot.now(workerMs(expectedMs * slowness), 0);
            },
            most,
            expectedMs,
          );
          expect(points.length).toBeGreaterThan(2);
          expect(points.length).toBeLessThan(200);
          expect(Math.max(...points.map(([, count]) => count))).toBeGreaterThanOrEqual(most * 0.96);
        },
      ),
      { numRuns: 40 },
    );
  });
});
