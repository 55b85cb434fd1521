import { describe, expect, it } from 'vitest';
import type { RunGoal } from '../scheduler/puzzle/goals';
import { verdictOf, withOwnEnd } from './runCheck';

const goal: RunGoal = {
  kind: 'run',
  keepsFrom: '# From here on',
  checks: [
    { line: /^slowest: ([\d,]+) ms$/, most: 300, otherwise: 'It must be less.' },
    { line: /^fetched (\d+) times$/, least: 2, otherwise: 'It must still be fetched.' },
  ],
};

describe('what a run has shown', () => {
  it('is that the program is mended where each line tells a number within its bounds', () =>
    expect(verdictOf(goal, 'slowest: 20 ms\nfetched 2 times\n')).toEqual({
      passed: true,
      words: 'Mended. It printed “slowest: 20 ms”.',
      line: 'slowest: 20 ms',
    }));

  it.each([
    [
      'a number that is too large',
      'slowest: 1,607 ms\nfetched 2 times\n',
      'It printed “slowest: 1,607 ms”. It must be less.',
    ],
    [
      'a number that is too small',
      'slowest: 20 ms\nfetched 1 times\n',
      'It printed “fetched 1 times”. It must still be fetched.',
    ],
    [
      'the last of several lines',
      'slowest: 20 ms\nslowest: 600 ms\nfetched 2 times\n',
      'It printed “slowest: 600 ms”. It must be less.',
    ],
    [
      'a line that is missing',
      'slowest: 20 ms\n',
      'The program has not printed what it measured. Let the functions keep their names.',
    ],
  ])('is told by %s', (_, printed, words) => expect(verdictOf(goal, printed)).toMatchObject({ passed: false, words }));
});

describe('the part that measures', () => {
  const original = 'work()\n# From here on it stays\nmeasure()\n';
  it('is put back as it was', () =>
    expect(withOwnEnd('mended()\n# From here on it stays\nprint("slowest: 1 ms")\n', original, goal.keepsFrom)).toBe(
      'mended()\n# From here on it stays\nmeasure()\n',
    ));
  it('is not found where its first line is gone', () =>
    expect(withOwnEnd('mended()\nmeasure()\n', original, goal.keepsFrom)).toBeNull());
});
