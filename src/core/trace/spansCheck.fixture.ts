import type { Millis } from '../base/time';
import type { Hold, LaneId, TraceEvent } from './trace';

export interface CheckOptions {
  /** By how much two holds of one lock may overlap, for two workers read their clocks at slightly different moments. 0 unless given. */
  readonly toleranceMs?: Millis;
  /** Whether every lane must have ended, as in a run that finished. False unless given. */
  readonly ended?: boolean;
}

type LaneHold = Hold & { readonly lane: LaneId };

/**
 * Holds a trace against its invariants and returns a complaint, one sentence each, for every one that it breaks; none for a sound trace.
 * Checked: times are finite and never decrease; a lane starts once, before anything else, and nothing follows its end;
 * a lock is given up by the lane that took it, before that lane ends, and never held by two lanes at once.
 */
export function checkTrace(
  trace: readonly TraceEvent<number>[],
  { toleranceMs = 0, ended = false }: CheckOptions = {},
): readonly string[] {
  const complaints: string[] = [];
  const lanes = new Map<LaneId, 'started' | 'ended'>();
  /** Lock, then lane, to the time that lane took it. */
  const held = new Map<string, Map<LaneId, Millis>>();
  const holds: LaneHold[] = [];
  let previousAt = Number.NEGATIVE_INFINITY;

  trace.forEach((event, index) => {
    const { at, lane, kind } = event;
    const complain = (what: string): void =>
      void complaints.push(`Event ${index} (${kind} in ${lane} at ${at} ms): ${what}`);

    if (!Number.isFinite(at)) complain('the time is not a finite number.');
    else if (at < previousAt) complain(`it comes after an event at ${previousAt} ms.`);
    else previousAt = at;

    const phase = lanes.get(lane);
    if (kind === 'start' && phase !== undefined) complain('the lane has started before.');
    if (kind !== 'start' && phase === undefined) complain('the lane has not started.');
    if (kind !== 'start' && phase === 'ended') complain('the lane has ended before.');
    lanes.set(lane, kind === 'end' || phase === 'ended' ? 'ended' : 'started');

    if (kind === 'acquire') {
      const holders = held.get(event.lock) ?? new Map<LaneId, Millis>();
      held.set(event.lock, holders);
      if (holders.has(lane)) complain(`the lane holds ${event.lock} already.`);
      else holders.set(lane, at);
    } else if (kind === 'release') {
      const from = held.get(event.lock)?.get(lane);
      if (from === undefined) complain(`the lane does not hold ${event.lock}.`);
      else holds.push({ lane, lock: event.lock, from, to: at });
      held.get(event.lock)?.delete(lane);
    } else if (kind === 'end') {
      for (const [lock, holders] of held) if (holders.has(lane)) complain(`the lane still holds ${lock}.`);
    }
  });

  for (const [lock, holders] of held)
    for (const [lane, from] of holders) holds.push({ lane, lock, from, to: Number.POSITIVE_INFINITY });
  complaints.push(...overlaps(holds, toleranceMs));
  if (ended) for (const [lane, phase] of lanes) if (phase === 'started') complaints.push(`Lane ${lane} never ended.`);
  return complaints;
}

/** One complaint for each hold that begins before an earlier one of the same lock is over. */
function overlaps(holds: readonly LaneHold[], toleranceMs: Millis): readonly string[] {
  const latest = new Map<string, LaneHold>();
  return [...holds]
    .sort((a, b) => a.from - b.from)
    .flatMap((hold) => {
      const earlier = latest.get(hold.lock);
      if (earlier === undefined || hold.to > earlier.to) latest.set(hold.lock, hold);
      // A short hold that lies within the tolerance of the clocks altogether proves nothing.
      const sharedMs = earlier === undefined ? 0 : Math.min(earlier.to, hold.to) - hold.from;
      if (earlier === undefined || earlier.lane === hold.lane || sharedMs <= toleranceMs) return [];
      return [`${hold.lane} took ${hold.lock} at ${hold.from} ms while ${earlier.lane} held it.`];
    });
}
