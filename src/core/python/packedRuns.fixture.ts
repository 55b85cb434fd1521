import type { RunResult } from '../schedule/types';
import { packAccesses, packedVersion, packPoint } from './packedRuns';

/** Runs as Python tells them, every step in full; `unpackRuns` reads them. */
export function packRuns(results: readonly RunResult[]): string {
  const things: unknown[] = [];
  const place = (thing: unknown): number => things.push(thing) - 1;
  const rows = results.map(({ steps, end, outcome }) => [
    place(outcome),
    0,
    steps.length,
    ...steps.flatMap(({ thread, point, accesses }) => [thread, place(packPoint(point)), place(packAccesses(accesses))]),
    place(packPoint(end)),
  ]);
  return JSON.stringify([packedVersion, things, rows]);
}
