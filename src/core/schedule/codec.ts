import type { Schedule, ThreadIndex } from './types';

/** What an address said, if it was a schedule. */
export type ParsedSchedule =
  | { readonly status: 'ok'; readonly schedule: Schedule }
  /** Made by a later version of this site. */
  | { readonly status: 'newer'; readonly version: number }
  | { readonly status: 'bad'; readonly reason: string };

const version = 1;

/** Longer schedules are refused: nobody steps so far, and a short text must not fill the memory. */
export const maxScheduleLength = 100_000;

/** The first threads are letters, so that a run of steps is a letter and a number; all others are `z`, their number, and `_`. */
const letters = 'abcdefghijklmnopqrstuvwxy';
const nameOf = (thread: ThreadIndex): string => letters[thread] ?? `z${thread}_`;

/**
 * A schedule as a text for an address: `s1.10.a5b4a` is version 1, ten choices in all, five of thread 0, four of thread 1, one of thread 0. There is one text for each
 * schedule, in lower-case letters, digits, `.` and `_`.
 * @throws for a schedule that is longer than `maxScheduleLength`.
 */
export function encodeSchedule(schedule: Schedule): string {
  if (schedule.length > maxScheduleLength)
    throw new RangeError(`A schedule of ${schedule.length} choices is too long for an address.`);
  const runs: { readonly thread: ThreadIndex; length: number }[] = [];
  for (const thread of schedule) {
    const last = runs.at(-1);
    if (last?.thread === thread) last.length += 1;
    else runs.push({ thread, length: 1 });
  }
  return `s${version}.${schedule.length}.${runs.map(({ thread, length }) => nameOf(thread) + (length === 1 ? '' : length)).join('')}`;
}

/** Reads what `encodeSchedule` wrote, and nothing else: an address that was cut off or changed is not another schedule. */
export function decodeSchedule(text: string): ParsedSchedule {
  const head = /^s(\d{1,4})\.(?:(\d{1,6})\.([a-z0-9_]*)$)?/.exec(text);
  if (head === null) return { status: 'bad', reason: 'It is not a schedule.' };
  if (Number(head[1]) > version) return { status: 'newer', version: Number(head[1]) };
  const [, , count, body] = head;
  if (count === undefined || body === undefined || Number(count) > maxScheduleLength)
    return { status: 'bad', reason: 'It is not a schedule, or one that is too long.' };
  const schedule: ThreadIndex[] = [];
  for (const [, letter, number, length] of body.matchAll(/(?:([a-y])|z(\d{1,6})_)(\d{0,6})/g)) {
    const thread = letter === undefined ? Number(number) : letters.indexOf(letter);
    const steps = length === '' ? 1 : Number(length);
    if (schedule.length + steps > Number(count)) break;
    for (let step = 0; step < steps; step += 1) schedule.push(thread);
  }
  if (encodeSchedule(schedule) !== text)
    return { status: 'bad', reason: 'Some of the schedule is missing or was changed.' };
  return { status: 'ok', schedule };
}
