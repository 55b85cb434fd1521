import { wrap } from 'comlink';
import { describe, expect, it } from 'vitest';
import { plannedBeats, type SlowThread } from '../core/engines/loop';
import { checkTrace } from '../core/trace/spansCheck.fixture';
import type { WorkerMs } from '../core/base/time';
import type { TraceEvent } from '../core/trace/trace';
import { beat, computeFor, serveOneCall } from './heartbeat';

/** Real time, since a computation cannot be played; only what no delay of this machine can change is asserted. */
describe('beat', () => {
  it('misses the beats of a call that blocks the loop, and accounts for all', async () => {
    const params = { beatMs: 20, callMs: 100 };
    const events: TraceEvent<WorkerMs>[] = [];
    const gaps: number[] = [];
    const { beats, missed, longestGapMs, steps } = await beat(
      params,
      null,
      (some) => void events.push(...some),
      (_, gap) => void gaps.push(gap),
    );
    expect(beats + missed).toBe(plannedBeats(params));
    expect(missed).toBeGreaterThanOrEqual(3);
    expect(longestGapMs).toBeGreaterThanOrEqual(100);
    expect(longestGapMs).toBe(Math.max(...gaps));
    expect(gaps).toHaveLength(beats);
    expect(steps).toBeGreaterThan(0);

    const sorted = [...events].sort((a, b) => a.at - b.at);
    expect(checkTrace(sorted, { ended: true })).toEqual([]);
    const heart = events.filter((event) => event.lane === 'heartbeat');
    expect(heart.filter((event) => event.kind === 'note')).toHaveLength(beats);
    // The loop was busy when a beat was due: that beat was ready and had to wait for it.
    expect(heart.some((event) => event.kind === 'ready')).toBe(true);
  });
});

describe('serveOneCall', () => {
  it('computes in a lane of its own for its caller', async () => {
    const { port1, port2 } = new MessageChannel();
    const events: TraceEvent<WorkerMs>[] = [];
    const served = serveOneCall(port1, (some) => void events.push(...some));
    expect(await wrap<SlowThread>(port2).call(30)).toBeGreaterThan(0);
    await served;
    port1.close();
    expect(events.map((event) => event.kind)).toEqual(['start', 'run', 'end']);
    expect((events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0)).toBeGreaterThanOrEqual(30);
  });
});

describe('computeFor', () => {
  it('takes at least its time and counts what it did', () => {
    const before = performance.now();
    const steps = computeFor(20);
    expect(performance.now() - before).toBeGreaterThanOrEqual(20);
    expect(steps).toBeGreaterThan(0);
  });
});
