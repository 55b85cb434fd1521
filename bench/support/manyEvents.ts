import type { TraceEvent } from '../../src/core/trace/trace';

/**
 * About `count` events in `laneCount` lanes, nearly each of which opens a span, from microseconds to tens of milliseconds long: the
 * most that a trace of this size can ask of a timeline. Every call makes equal events.
 */
export function manyEvents(count: number, laneCount: number): readonly TraceEvent[] {
  let seed = 20_261_122;
  const chance = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const stepsPerLane = Math.floor(count / laneCount) - 2;
  return Array.from({ length: laneCount }, (_, index): readonly TraceEvent[] => {
    const lane = `thread-${index + 1}`;
    let at = 0;
    const steps = Array.from({ length: stepsPerLane }, (): TraceEvent => {
      at += 0.002 * 5000 ** chance();
      const which = chance();
      if (which < 0.4) return { kind: 'run', at, lane, label: 'a task' };
      if (which < 0.65) return { kind: 'ready', at, lane, on: 'GIL' };
      if (which < 0.8) return { kind: 'wait', at, lane, on: 'a page' };
      if (which < 0.97) return { kind: 'block', at, lane, on: 'the queue' };
      return { kind: 'note', at, lane, text: 'an item' };
    });
    return [
      { kind: 'start', at: 0, lane, laneKind: 'thread', name: `Thread-${index + 1}` },
      ...steps,
      { kind: 'end', at, lane, end: { status: 'finished' } },
    ];
  }).flat();
}
