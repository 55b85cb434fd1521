import type { ScheduledMoment } from '../../core/python/pythonSchedules';
import { digestOf } from '../digestOf';

export { digestOf };

/** Where an object lies in memory, as a default `repr` tells: that is no part of a program's state. */
const withoutAddresses = (value: string): string => value.replaceAll(/ at 0x[0-9a-f]+/gi, '');

/** The parts of a state that count. */
type ShownParts = Pick<ScheduledMoment, 'enabled' | 'threads' | 'globals' | 'printed' | 'now'>;

/**
 * A digest of what a program's state is between two steps, as far as a reader sees it: where each thread stands with which values, what they wait for, what was
 * printed. Where in the bytecode a thread stands is left out, since the line tells it too, and so is the order of names.
 */
export function digestOfMoment({ enabled, threads, globals, printed, now }: ShownParts): string {
  const values = (pairs: readonly (readonly [name: string, value: string])[]): readonly (readonly [string, string])[] =>
    pairs.map(([name, value]) => [name, withoutAddresses(value)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return digestOf(
    JSON.stringify([
      enabled,
      threads.map(({ status, calls, waits }) => [
        status,
        calls.map((call) => [call.function, call.line, values(call.locals)]),
        waits?.object ?? null,
      ]),
      values(globals),
      withoutAddresses(printed),
      now,
    ]),
  );
}
