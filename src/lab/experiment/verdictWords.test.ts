import { epochMs } from '../../core/base/clock';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../core/experiment/experiment';
import { defineExperiment } from './experiment';
import { verdictWords } from './verdictWords';

const run = (strategy: string, elapsedMs: number): RunRecord => ({
  strategy,
  params: {},
  startedAt: epochMs(0),
  outcome: {
    status: 'finished',
    report: { elapsedMs, workers: 1, prepareMs: 0, facts: [], problems: [], how: [] },
    trace: [],
    points: [],
  },
  conditions: { isolated: true, clockResolutionMs: 0.005, hidden: false },
});
const ranked = defineExperiment({
  id: 'test',
  title: 'Test',
  question: 'Which?',
  engine: 'downloads',
  strategies: [
    { id: 'sequential', name: 'One after another', summary: '' },
    { id: 'threaded', name: 'Threaded', summary: '' },
    { id: 'async', name: 'Async', summary: '' },
  ],
  prediction: { kind: 'rank' },
  controls: [],
});
const told = (order: readonly string[], records: readonly RunRecord[]) =>
  verdictWords(ranked, { kind: 'rank', order: [...order] }, records);

describe('the verdict on a ranking', () => {
  const tied = [run('sequential', 3000), run('threaded', 1000), run('async', 1050)];

  it('gives a tie one place, and takes either order', () => {
    expect(told(['async', 'threaded', 'sequential'], tied)).toBe(
      'Measured: Threaded and Async (a tie), then One after another. You had it right: in a tie, either order is right.',
    );
  });

  it('names the first pair that came out the other way round', () => {
    expect(told(['sequential', 'threaded', 'async'], tied)).toContain(
      'You expected One after another, then Threaded, then Async; the surprise is that Threaded beat One after another.',
    );
  });

  it('says nothing of ties where there are none', () => {
    expect(told(['threaded', 'sequential'], tied)).toBe(
      'Measured: Threaded, then One after another. You had it right.',
    );
  });
});
