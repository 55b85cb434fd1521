import { defineExperiment } from '../../lab/experiment/experiment';
import { programsParams } from '../../lab/experiment/runsOn';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  jobs: defineExperiment({
    id: 'hundred-thousand-jobs',
    title: 'A hundred thousand jobs, ten at a time',
    question: 'How much memory does each of three ways to let ten jobs run at a time need?',
    engine: 'programs',
    params: programsParams,
    strategies: [
      {
        id: 'semaphore',
        name: 'Task each',
        summary: 'A task is made for each job at once. A semaphore lets ten of them work.',
        program: programs.jobsSemaphore,
      },
      {
        id: 'queue',
        name: 'Workers',
        summary: 'Ten tasks take jobs from a queue, which holds ten at the most.',
        program: programs.jobsQueue,
      },
      {
        id: 'place-first',
        name: 'Place first',
        summary: 'The loop waits for one of ten places, and then makes a task for the next job.',
        program: programs.jobsPlaceFirst,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'How much memory will a task for each job need, compared with ten workers?',
      options: [
        { id: 'alike', text: 'about as much: ten jobs run at a time in both' },
        { id: 'more', text: 'two to thirty times as much' },
        { id: 'much-more', text: 'more than thirty times as much' },
      ],
    },
    judges,
    controls: [],
    recording: 'hundred-thousand-jobs',
  }),
};
