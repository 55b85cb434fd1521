import { downloadParams } from '../../core/engines/downloads';
import { epochMs } from '../../core/base/clock';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../core/experiment/experiment';
import { EachForm } from './EachForm';
import { defineExperiment } from './experiment';
import { guessText } from './guess';
import type { Judge } from './judge';
import { verdictOf } from './verdict';

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
const strategies = [
  { id: 'sequential', name: 'One after another', summary: '' },
  { id: 'threaded', name: 'Threaded', summary: '' },
  { id: 'pool', name: 'Pool', summary: '' },
] as const;
const base = {
  id: 'test',
  title: 'Test',
  question: 'Which?',
  engine: 'downloads',
  params: downloadParams,
  controls: [],
} as const;

const ranking: Judge = { because: 'Waits overlap.', faster: () => [['threaded', 'sequential']] };
const ranked = defineExperiment({
  ...base,
  strategies,
  prediction: { kind: 'rank' },
  judges: () => Promise.resolve({ judges: {} }),
});
const told = (order: readonly string[] | null, records: readonly RunRecord[]) =>
  verdictOf(ranked, ranking, order === null ? null : { kind: 'rank', order: [...order] }, records);

describe('the verdict on a ranking', () => {
  const tied = [run('sequential', 3000), run('threaded', 1000), run('pool', 1050)];

  it('gives a tie one place, and takes either order', () => {
    expect(told(['pool', 'threaded', 'sequential'], tied)).toEqual({
      guess: 'right',
      measured: 'Measured: Threaded and Pool (a tie), One after another. In a tie, either order is right.',
      why: 'Waits overlap.',
      unexpected: false,
      doubt: null,
    });
  });

  it('sets a wrong order beside the one that came out', () => {
    const verdict = told(['sequential', 'threaded', 'pool'], tied);
    expect(verdict?.guess).toBe('wrong');
    expect(verdict?.measured).toBe(
      'Measured: Threaded and Pool (a tie), One after another. You said: One after another, Threaded, Pool.',
    );
  });

  it('says what was measured where nobody guessed, and nothing before all has run', () => {
    expect(told(null, tied)).toMatchObject({
      guess: 'none',
      measured: 'Measured: Threaded and Pool (a tie), One after another.',
    });
    expect(told(null, tied.slice(1))).toBeNull();
  });

  it('doubts what the lesson does not expect', () => {
    const slow = [run('sequential', 1000), run('threaded', 1050), run('pool', 2000)];
    expect(told(null, slow)?.doubt).toMatch(/^The lesson expects “Threaded” to be faster than “One after another”\. /);
  });
});

describe('the verdict on a choice', () => {
  const judge: Judge = {
    answer: (measured) => {
      const { verdict } = measured.compare('threaded', 'sequential');
      return { less: 'faster', tie: 'same', more: 'same', unknown: null }[verdict];
    },
    expects: () => ['same'],
    because: { same: 'One lock.', faster: 'Never.' },
  };
  const experiment = defineExperiment({
    ...base,
    strategies,
    prediction: {
      kind: 'choice',
      question: 'How long?',
      options: [
        { id: 'same', text: 'no less' },
        { id: 'faster', text: 'less' },
      ],
    },
    judges: () => Promise.resolve({ judges: {} }),
    reference: 'sequential',
  });
  const said = (option: string | null, records: readonly RunRecord[]) =>
    verdictOf(experiment, judge, option === null ? null : { kind: 'choice', option }, records);
  const steady = [run('sequential', 3000), run('threaded', 3100), run('sequential', 3050)];

  it('says whether the guess was right, and why it came out so', () => {
    expect(said('same', steady)).toEqual({
      guess: 'right',
      measured: 'You said “no less”, and so it came out.',
      why: 'One lock.',
      unexpected: false,
      doubt: null,
    });
    expect(said('faster', steady)).toMatchObject({
      guess: 'wrong',
      measured: 'You said “less”. Measured: “no less”.',
    });
    expect(said(null, steady)).toMatchObject({ guess: 'none', measured: 'Measured: “no less”.' });
  });

  it('is no clear difference where the reference was as fast as that in one of its runs', () => {
    const busy = [run('sequential', 5950), run('threaded', 3470), run('sequential', 3500)];
    expect(said('same', busy)).toMatchObject({ guess: 'right', unexpected: false });
    expect(said('same', busy)?.doubt).toBe(
      '“One after another” took 5.95\u00a0s before the others and 3.50\u00a0s after them: something else used this machine meanwhile. Repeat it when the machine is quieter.',
    );
  });

  it('says what the lesson expects where something else came out', () => {
    const odd = [run('sequential', 6000), run('threaded', 3000), run('sequential', 6100)];
    expect(said('faster', odd)?.doubt).toBe(
      'The lesson expects “no less”. A machine with other work to do can measure something else. Repeat it before you believe it.',
    );
  });
});

describe('the verdict on a guess for each strategy', () => {
  const experiment = defineExperiment({
    ...base,
    strategies,
    prediction: {
      kind: 'each',
      Form: EachForm,
      question: 'What becomes of it?',
      options: [
        { id: 'ends', text: 'it ends' },
        { id: 'goes-on', text: 'it goes on' },
      ],
    },
    judges: () => Promise.resolve({ judges: {} }),
  });
  const judge: Judge = {
    answer: () => 'ends goes-on ends',
    expects: () => ['ends goes-on ends'],
    because: 'So it is.',
  };
  const told = (option: string | null) =>
    verdictOf(experiment, judge, option === null ? null : { kind: 'choice', option }, [run('pool', 1000)]);

  it.each([
    ['ends goes-on ends', 'right', '3 of 3 came out as you said.'],
    ['goes-on goes-on ends', 'wrong', '2 of 3 came out as you said. Measured: One after another: “it ends”.'],
    [null, 'none', 'Measured: One after another: “it ends”, Threaded: “it goes on”, Pool: “it ends”.'],
  ] as const)('%s: %s', (option, guess, measured) =>
    expect(told(option)).toEqual({ guess, measured, why: 'So it is.', unexpected: false, doubt: null }),
  );

  it('takes no guess that was made of other strategies or options', () => {
    const guessed = (option: string) => guessText(experiment, { kind: 'choice', option });
    expect(guessed('ends ends goes-on')).toBe('the 3 answers above');
    expect(['ends', 'ends ends', 'ends ends never', ''].map(guessed)).toEqual([null, null, null, null]);
  });
});
