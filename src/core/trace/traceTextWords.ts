import { assertNever } from '../base/assertNever';
import { formatCount, formatDuration, formatPercent } from '../base/format';
import { groupsOf } from './groups';
import { spansOf } from './spans';
import { gilName } from './spansLane';
import type { LaneGroup, LaneSpans, Note, Span, SpanState, Trace } from './trace';
import { laneStats, spanStates, traceStats, type LaneStats, type LockStats, type Overlap } from './traceStats';

/** Of more lanes than this the first ones are told, and the others counted. */
const lanesTold = 20;
/** More different labels than this are counted, not listed. */
const labelsTold = 3;

/** What a lane does in a span, as it stands in a sentence: "waiting for page birch". */
export function spanWords({ state, label }: Pick<Span, 'state' | 'label'>): string {
  switch (state) {
    case 'running':
      return label === '' ? 'running' : `running ${label}`;
    case 'ready':
      if (label === '') return 'ready to run';
      return label === gilName ? 'ready, wants the GIL' : `ready for ${label}`;
    case 'waiting':
      return label === '' ? 'waiting' : `waiting for ${label}`;
    case 'blocked':
      return label === '' ? 'blocked' : `blocked on ${label}`;
    default:
      return assertNever(state);
  }
}

/** What each state means, for legends. */
export const stateMeanings: Readonly<Record<SpanState, string>> = {
  running: 'on a core',
  ready: 'could run, wants the GIL or a core',
  waiting: 'for a reply or a timer',
  blocked: 'by a lock, a join or a queue',
};

/** A lane's name, with its group's before it: "Threaded, Thread-2". */
const nameOf = ({ name, group }: LaneSpans): string => (group === undefined ? name : `${group.name}, ${name}`);

/** A group's heading: "Threaded · 1.02 s". */
export const groupWords = ({ name, remark }: LaneGroup): string => (remark === '' ? name : `${name} · ${remark}`);

/** Notes of a span, and what failed at its end. A note made between two spans belongs to the earlier one, and so does a failure that ends it. */
function notesIn({ spans, notes }: LaneSpans, index: number): readonly Note[] {
  const from = spans[index]?.from ?? 0;
  const next = spans[index + 1]?.from ?? Number.POSITIVE_INFINITY;
  return notes.filter(({ at, failed }) =>
    failed === true ? (at > from || index === 0) && at <= next : at >= from && at < next,
  );
}

/** What failed in a span: its notes say so, or else the end of its lane, if it is the last. */
function failuresIn(lane: LaneSpans, index: number, notes: readonly Note[]): readonly string[] {
  const noted = notes.filter((note) => note.failed === true).map((note) => withoutStop(note.text));
  const ended =
    index === lane.spans.length - 1 &&
    lane.end?.status === 'failed' &&
    !lane.notes.some((note) => note.failed === true);
  return ended ? [...noted, `failed: ${withoutStop(lane.end.reason)}`] : noted;
}

/** One span in words, with the locks held and the notes made in it: "Thread-2, waiting for page birch, 12 ms to 1.02 s (1.01 s)". */
export function describeSpan(lane: LaneSpans, index: number): string {
  const span = lane.spans[index];
  if (span === undefined) return `${nameOf(lane)}, nothing recorded`;
  const holds = (lane.holds ?? []).filter((hold) => hold.from < span.to && hold.to > span.from);
  const held = new Set(holds.sort((a, b) => a.from - b.from).map((hold) => hold.lock));
  const notes = notesIn(lane, index);
  const told = notes.filter((note) => note.failed !== true).map((note) => note.text);
  return [
    `${nameOf(lane)}, ${spanWords(span)}, ${formatDuration(span.from)} to ${formatDuration(span.to)} (${formatDuration(span.to - span.from)})`,
    ...(held.size > 0 ? [`holding ${listed([...held])}`] : []),
    ...failuresIn(lane, index, notes),
    ...(told.length > 0 ? [`note: ${listed(told)}`] : []),
  ].join('; ');
}

/** Several neighbouring spans in words: "Thread-2, 37 spans from 1.02 s to 1.03 s: running 62 %, ready 38 % of the time". */
export function describeSpans(lane: LaneSpans, first: number, count: number): string {
  if (count <= 1) return describeSpan(lane, first);
  const spans = lane.spans.slice(first, first + count);
  const [from, to] = [spans[0]?.from ?? 0, spans.at(-1)?.to ?? 0];
  const shares = spanStates
    .map((state) => ({
      state,
      ms: spans.reduce((sum, span) => (span.state === state ? sum + span.to - span.from : sum), 0),
    }))
    .filter(({ ms }) => ms > 0)
    .sort((a, b) => b.ms - a.ms)
    .map(({ state, ms }) => `${state} ${formatPercent(ms / (to - from))}`);
  return `${nameOf(lane)}, ${formatCount(spans.length)} spans from ${formatDuration(from)} to ${formatDuration(to)}: ${shares.join(', ')} of the time`;
}

/** Neighbouring notes in words: "Thread-2 at 12 ms: read 0". */
export function describeNotes(lane: LaneSpans, first: number, count: number): string {
  const notes = lane.notes.slice(first, first + count);
  return `${nameOf(lane)} at ${formatDuration(notes[0]?.at ?? Number.NaN)}: ${listed(notes.map((note) => note.text))}`;
}

/** A finished trace for those who do not see it: a sentence for each lane, then what lanes did at the same time, then the locks. */
export function describeTrace(trace: Trace): readonly string[] {
  return [...describeLanes(spansOf(trace)), ...traceStats(trace).locks.map(lockSentence)];
}

/** Lanes by their groups, each with its heading; a single part without one where lanes have no groups. */
export function describeGroups(
  lanes: readonly LaneSpans[],
): readonly { readonly heading: string | null; readonly sentences: readonly string[] }[] {
  const groups = groupsOf(lanes);
  if (groups.length === 0) return [{ heading: null, sentences: describeLanes(lanes) }];
  return groups.map(({ group, firstLane, laneCount }) => ({
    heading: groupWords(group),
    sentences: describeLanes(lanes.slice(firstLane, firstLane + laneCount)),
  }));
}

/** The same for lanes that are at hand, without the locks. */
export function describeLanes(lanes: readonly LaneSpans[]): readonly string[] {
  const { lanes: stats, overlap } = laneStats(lanes.slice(0, lanesTold));
  const rest = lanes.length - stats.length;
  return [
    ...stats.map((lane, index) => laneSentence(lane, lanes[index]?.spans ?? [], lanes[index]?.notes ?? [])),
    ...(rest > 0 ? [`And ${formatCount(rest)} more.`] : []),
    // One lane cannot overlap, and of many the first ones say nothing of the others.
    ...(stats.length > 1 && rest === 0
      ? [...overlapSentence(overlap.running, 'run', 'ran'), ...overlapSentence(overlap.waiting, 'wait', 'waited')]
      : []),
  ];
}

function laneSentence(lane: LaneStats, spans: readonly Span[], notes: readonly Note[]): string {
  const states = spanStates
    .filter((state) => lane.timeMs[state] > 0)
    .map((state) => `${state} ${formatDuration(lane.timeMs[state])}${labelsOf(spans, state)}`);
  // The end of a lane that failed says why by itself.
  const failures =
    lane.end?.status === 'failed'
      ? []
      : notes
          .filter((note) => note.failed === true)
          .map((note) => `${withoutStop(note.text)} (at ${formatDuration(note.at)})`);
  const shown = failures.slice(0, labelsTold);
  const rest = failures.length - shown.length;
  const parts = [...(states.length > 0 ? states : ['did nothing']), endOf(lane)].join(', ');
  return `${[`${lane.name}: ${parts}`, ...shown, ...(rest > 0 ? [`${formatCount(rest)} more failed`] : [])].join('; ')}.`;
}

/** ` (page birch, page oak)`, or ` (12 different ones)`, or nothing. */
function labelsOf(spans: readonly Span[], state: SpanState): string {
  const labels = new Set(spans.filter((span) => span.state === state && span.label !== '').map((span) => span.label));
  if (labels.size === 0) return '';
  return labels.size > labelsTold ? ` (${formatCount(labels.size)} different ones)` : ` (${[...labels].join(', ')})`;
}

function endOf({ end, to }: LaneStats): string {
  const when = formatDuration(to);
  switch (end?.status) {
    case undefined:
      return `not ended at ${when}`;
    case 'finished':
      return `ended after ${when}`;
    case 'stopped':
      return `stopped after ${when}`;
    case 'failed':
      return `failed after ${when}: ${withoutStop(end.reason)}`;
    default:
      return assertNever(end);
  }
}

function overlapSentence({ most, severalMs }: Overlap, verb: string, past: string): readonly string[] {
  if (most === 0) return [];
  if (most === 1) return [`Never did two ${verb} at the same time.`];
  return [`Two or more ${past} at the same time for ${formatDuration(severalMs)}, at most ${formatCount(most)}.`];
}

function lockSentence({ lock, holds, heldMs, longestMs }: LockStats): string {
  const times = holds === 1 ? 'once' : `${formatCount(holds)} times`;
  return `${lock} was held ${times}, for ${formatDuration(heldMs)}${holds === 1 ? '' : ` in all and ${formatDuration(longestMs)} at the longest`}.`;
}

/** "a", "a and b", "a, b and 4 more". */
function listed(items: readonly string[]): string {
  const [first, second] = items;
  if (first === undefined) return '';
  if (second === undefined) return first;
  return items.length === 2
    ? `${first} and ${second}`
    : `${first}, ${second} and ${formatCount(items.length - 2)} more`;
}

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '');
