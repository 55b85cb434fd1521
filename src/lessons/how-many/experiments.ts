import { sweepParams } from '../../core/engines/counting';
import { EachForm } from '../../lab/experiment/EachForm';
import { defineExperiment } from '../../lab/experiment/experiment';
import { programsParams } from '../../lab/experiment/runsOn';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  amdahl: defineExperiment({
    id: 'a-fifth-alone',
    title: 'A fifth for one alone',
    question: 'A fifth of the work is for one worker alone: are your cores as fast as Amdahl’s law allows?',
    engine: 'sweep',
    params: sweepParams,
    strategies: [
      {
        id: 'sweep',
        name: 'Sweep',
        summary: 'Does one piece of work with 1, 2, 3 … workers, a fifth of it always on one of them.',
        program: programs.lawAndMachine,
      },
    ],
    prediction: {
      kind: 'choice',
      question:
        'You add workers until there are twice as many as cores, or 16. How many times as fast will the last of these runs be?',
      options: [
        { id: 'half', text: 'as many times as there are workers, less a fifth' },
        { id: 'law', text: 'about what the law says for so many workers' },
        { id: 'under', text: 'clearly less than the law says' },
      ],
    },
    judges,
    initial: { serialPercent: 20 },
    controls: ['serialPercent', 'maxWorkers', 'workMs'],
    chart: {
      kind: 'line',
      title: 'Speed-up',
      xLabel: 'Workers',
      yLabel: 'Times as fast as one worker',
      shape: 'linear',
    },
    timings: 'none',
  }),
  line: defineExperiment({
    id: 'waiting-line',
    title: 'The line before a busy worker',
    question: 'Tasks come at random, and one worker does them: how long do they wait?',
    engine: 'programs',
    params: programsParams,
    strategies: [
      {
        id: 'busy-50',
        name: 'Busy 50 %',
        summary: 'A task of 10 ms comes every 20 ms, both on average. A million of them are computed.',
        program: programs.line50,
      },
      {
        id: 'busy-80',
        name: 'Busy 80 %',
        summary: 'A task of 10 ms comes every 12.5 ms, on average.',
        program: programs.line80,
      },
      {
        id: 'busy-95',
        name: 'Busy 95 %',
        summary: 'A task of 10 ms comes every 10.5 ms, on average.',
        program: programs.line95,
      },
      {
        id: 'busy-99',
        name: 'Busy 99 %',
        summary: 'A task of 10 ms comes every 10.1 ms, on average.',
        program: programs.line99,
      },
    ],
    prediction: {
      kind: 'each',
      Form: EachForm,
      question: 'A task takes 10 ms on average. How long does the task in the middle wait, at each load?',
      options: [
        { id: 'none', text: 'not at all, or hardly' },
        { id: 'few', text: 'between 10 and 50 ms' },
        { id: 'tens', text: 'between 50 and 250 ms' },
        { id: 'many', text: 'longer than 250 ms' },
      ],
    },
    judges,
    controls: [],
    timings: 'none',
  }),
};
