import { countingParams, sweepParams } from '../../core/engines/counting';
import { defineExperiment } from '../../lab/experiment/experiment';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  counting: defineExperiment({
    id: 'counting',
    title: 'Counting in seventeen threads',
    question: 'Seventeen numbers to count to: do seventeen threads finish sooner than one?',
    engine: 'counting',
    params: countingParams,
    strategies: [
      {
        id: 'sequential',
        name: 'One after another',
        summary: 'One thread counts to all seventeen numbers in turn.',
        program: programs.sequential,
      },
      {
        id: 'threaded',
        name: 'Threaded',
        summary: 'Seventeen threads, one for each number, as CPython would run them.',
        program: programs.threaded,
      },
      {
        id: 'pooled',
        name: 'Pooled',
        summary: 'A few processes share the seventeen numbers: each takes the next number when it is free.',
        program: programs.pooled,
      },
      { id: 'mainThread', name: 'On the main thread', summary: 'The page itself counts, without any worker.' },
    ],
    prediction: {
      kind: 'choice',
      question: 'How long will seventeen threads take?',
      options: [
        { id: 'seventeenth', text: 'a seventeenth of the time of one after another' },
        { id: 'cores', text: 'less time, because there are several cores' },
        { id: 'same', text: 'the same time as one after another' },
        { id: 'longer', text: 'longer than one after another' },
      ],
    },
    judges,
    reference: 'sequential',
    controls: ['scale', 'switchIntervalMs', 'poolSize'],
    recording: 'counting',
  }),
  sweep: defineExperiment({
    id: 'sweep',
    title: 'More and more workers',
    question: 'If two workers are twice as fast as one, are twenty workers twenty times as fast?',
    engine: 'sweep',
    params: sweepParams,
    strategies: [
      {
        id: 'sweep',
        name: 'Sweep',
        summary: 'Does the same work with 1, 2, 3 … workers, and compares each with one.',
        program: programs.speedUp,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'You add workers until there are twice as many as cores. What will the speed-up do?',
      options: [
        { id: 'ideal', text: 'it grows with every worker, to the end' },
        { id: 'flat', text: 'it grows at first, then stays where it is' },
        { id: 'falls', text: 'it grows at first, then falls again' },
        { id: 'none', text: 'it hardly grows at all' },
      ],
    },
    judges,
    controls: ['workMs', 'maxWorkers', 'serialPercent'],
    chart: {
      kind: 'line',
      title: 'Speed-up',
      xLabel: 'Workers',
      yLabel: 'Times as fast as one worker',
      shape: 'linear',
    },
    timings: 'none',
  }),
};
