import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EpochMs } from '../../core/base/time';
import type { TraceEvent } from '../../core/trace/trace';
import { epochMs, epochNow, workerMs } from '../../core/base/clock';
import { type WorkerClient } from '../client';
import { eventsFrom, onPage, pulseByTime } from './coordinate';
import type { RunContext } from './strategy';

const clientWithShift = (ms: number) => ({ clockShiftMs: () => ms }) as WorkerClient<unknown>;

function contextThat(did: Partial<RunContext>): RunContext {
  return {
    signal: new AbortController().signal,
    begin: () => epochMs(0),
    emit: () => undefined,
    progress: () => undefined,
    plot: () => undefined,
    ...did,
  };
}

describe('eventsFrom', () => {
  it("moves a worker's events to the page's clock", () => {
    const events: TraceEvent<EpochMs>[] = [];
    const context = contextThat({ emit: (some) => events.push(...some) });
    void eventsFrom(clientWithShift(-40), context)([{ at: workerMs(190), lane: 'a', kind: 'run', label: 'x' }]);
    void eventsFrom(clientWithShift(0), context)([{ at: workerMs(160), lane: 'b', kind: 'note', text: 'y' }]);
    expect(events).toEqual([
      { at: 150, lane: 'a', kind: 'run', label: 'x' },
      { at: 160, lane: 'b', kind: 'note', text: 'y' },
    ]);
    expect(onPage(clientWithShift(-40), workerMs(190))).toBe(150);
  });
});

describe('pulseByTime', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  it('reports ten times a second, never decreasing, waits short of the end, and stops when told', () => {
    const seen: number[] = [];
    const stop = pulseByTime(contextThat({ progress: (fraction) => seen.push(fraction) }), epochNow(), 1000);
    vi.advanceTimersByTime(500);
    expect(seen).toHaveLength(5);
    expect(seen[4]).toBeCloseTo(0.5);
    vi.advanceTimersByTime(1500);
    expect(seen.at(-1)).toBe(0.98);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
