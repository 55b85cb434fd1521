import { EachForm } from '../../lab/experiment/EachForm';
import { defineExperiment } from '../../lab/experiment/experiment';
import { programsParams } from '../../lab/experiment/runsOn';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  elsewhere: defineExperiment({
    id: 'work-elsewhere',
    title: 'Does the loop go on?',
    question: 'While the work is done elsewhere, does the event loop go on?',
    engine: 'programs',
    params: programsParams,
    strategies: [
      {
        id: 'waits',
        name: 'A thread that waits',
        summary: 'A thread sleeps for half a second, like a call that waits for a server.',
        program: programs.workWaits,
      },
      {
        id: 'counts',
        name: 'A thread that counts',
        summary: 'A thread adds up eight million numbers in a loop.',
        program: programs.workCounts,
      },
      {
        id: 'sums',
        name: 'A thread in one call',
        summary: 'A thread adds up forty million numbers in one call of sum.',
        program: programs.workSums,
      },
      {
        id: 'process',
        name: 'A process in one call',
        summary: 'Another process adds up forty million numbers in one call of sum.',
        program: programs.workInProcess,
      },
    ],
    prediction: {
      kind: 'each',
      Form: EachForm,
      question: 'What does the event loop do meanwhile?',
      options: [
        { id: 'goes', text: 'It goes on' },
        { id: 'stands', text: 'It stands still' },
      ],
    },
    judges,
    controls: [],
    timings: 'none',
  }),
};
