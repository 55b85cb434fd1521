import { defineExperiment } from '../../lab/experiment/experiment';
import { programsParams } from '../../lab/experiment/runsOn';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  waits: defineExperiment({
    id: 'waits',
    title: 'Is it there yet?',
    question: 'Ada adds up numbers, and Ben waits for the sum: does it matter how he waits?',
    engine: 'programs',
    params: programsParams,
    strategies: [
      {
        id: 'sleeping',
        name: 'Sleep until told',
        summary: 'Ben waits for an event, which Ada sets when the sum is there.',
        program: programs.wait_sleeping,
      },
      {
        id: 'pausing',
        name: 'Look, then pause',
        summary: 'Ben looks whether the sum is there, sleeps for 20 ms, and looks again.',
        program: programs.wait_pausing,
      },
      {
        id: 'looking',
        name: 'Look without a pause',
        summary: 'Ben looks whether the sum is there, again and again.',
        program: programs.wait_looking,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'When will Ben have the sum if he looks for it without a pause?',
      options: [
        { id: 'sooner', text: 'sooner than if he sleeps until he is told' },
        { id: 'same', text: 'at about the same time as if he sleeps' },
        { id: 'later', text: 'clearly later than if he sleeps' },
      ],
    },
    judges,
    controls: [],
    recording: 'waits',
  }),
};
