import { describe, expect, it } from 'vitest';
import type { Measured } from '../../core/experiment/measured';
import { measuredPrinting } from '../../core/experiment/measured.fixture';
import { whoOverlapped } from './answers';

/** Runs of the programs that printed these seconds; null for one that printed nothing of the kind. */
const measured = (printed: Readonly<Record<string, number | null>>): Measured =>
  measuredPrinting(
    Object.fromEntries(
      Object.entries(printed).map(([strategy, took]) => [strategy, took === null ? '' : `took ${took.toFixed(2)} s\n`]),
    ),
  );

const four = (awaits: number, byTask: number, one: number, two: number) =>
  measured({ 'two-awaits': awaits, 'task-by-task': byTask, 'one-task': one, 'two-tasks': two });

describe('who waited for two servers at once', () => {
  it.each([
    [four(0.6, 0.61, 0.3, 0.3), 'one-and-two'],
    // A busy machine adds a tenth of a second to each wait.
    [four(0.82, 0.8, 0.41, 0.43), 'one-and-two'],
    [four(0.6, 0.6, 0.59, 0.3), 'only-two-tasks'],
    [four(0.6, 0.3, 0.3, 0.3), 'all-with-tasks'],
    [four(0.6, 0.3, 0.6, 0.3), 'other'],
    [four(0.3, 0.3, 0.3, 0.3), 'other'],
  ] as const)('case %#', (runs, answer) => expect(whoOverlapped(runs)).toBe(answer));

  it('is not known before all four have told', () => {
    expect(whoOverlapped(measured({ 'two-awaits': 0.6, 'task-by-task': 0.6, 'one-task': 0.3 }))).toBeNull();
    expect(
      whoOverlapped(measured({ 'two-awaits': null, 'task-by-task': 0.6, 'one-task': 0.3, 'two-tasks': 0.3 })),
    ).toBeNull();
  });
});
