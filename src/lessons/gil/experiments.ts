import { defineExperiment } from '../../lab/experiment';
import { shareOf } from '../measured';
import { programs } from './programs';
import { sweepAnswer } from './sweepAnswer';

export const experiments = {
  counting: defineExperiment({
    id: 'counting',
    title: 'Counting in seventeen threads',
    question: 'Seventeen numbers to count to: do seventeen threads finish sooner than one?',
    engine: 'counting',
    strategies: [
      { id: 'sequential', name: 'One after another', summary: 'One thread counts to all seventeen numbers in turn.', program: programs.sequential },
      { id: 'threaded', name: 'Threaded', summary: 'Seventeen threads and one lock, the GIL: only who holds it may count.', program: programs.threaded },
      { id: 'pooled', name: 'Pooled', summary: 'A few processes without a common lock share the seventeen numbers.', program: programs.pooled },
      { id: 'mainThread', name: 'On the main thread', summary: 'The page itself counts, and can do nothing else meanwhile: watch its frame counter.' },
    ],
    prediction: {
      kind: 'choice',
      question: 'Compared with counting one after another, seventeen threads take',
      options: [
        { id: 'seventeenth', text: 'about a seventeenth of the time' },
        { id: 'cores', text: 'less time, by as many cores as there are' },
        { id: 'same', text: 'about the same time' },
        { id: 'longer', text: 'more time' },
      ],
      answer: (latest) => {
        const share = shareOf(latest, 'threaded', 'sequential');
        if (share === null) return null;
        if (share < 0.1) return 'seventeenth';
        if (share < 0.85) return 'cores';
        return share <= 1.15 ? 'same' : 'longer';
      },
    },
    controls: ['scale', 'switchIntervalMs', 'poolSize'],
    recording: 'counting',
  }),
  sweep: defineExperiment({
    id: 'sweep',
    title: 'One worker, two workers, three …',
    question: 'If two workers are twice as fast as one, are twenty workers twenty times as fast?',
    engine: 'sweep',
    strategies: [{ id: 'sweep', name: 'Sweep', summary: 'Does the same work with 1, 2, 3 … workers, and compares each with one.', program: programs.speedUp }],
    prediction: {
      kind: 'choice',
      question: 'You add workers until there are twice as many as cores. The speed-up',
      options: [
        { id: 'ideal', text: 'keeps pace: twice the workers, twice as fast, to the end' },
        { id: 'flat', text: 'grows at first, then stays where it is' },
        { id: 'falls', text: 'grows at first, then falls again' },
        { id: 'none', text: 'hardly grows at all' },
      ],
      answer: sweepAnswer,
    },
    controls: ['workMs', 'maxWorkers', 'serialPercent'],
    chart: { kind: 'line', title: 'Speed-up', xLabel: 'Workers', yLabel: 'Times as fast as one worker', shape: 'linear' },
    timings: 'none',
  }),
};
