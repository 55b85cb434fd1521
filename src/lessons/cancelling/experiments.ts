import { defineExperiment } from '../../lab/experiment/experiment';
import { programsParams } from '../../lab/experiment/runsOn';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  drip: defineExperiment({
    id: 'drip',
    title: 'A byte every half second',
    question: 'Eight bytes, half a second each: which limit ends the download before its end?',
    engine: 'programs',
    params: programsParams,
    strategies: [
      {
        id: 'total',
        name: 'Total limit',
        summary: 'At most 2 s from the beginning to the last byte.',
        program: programs.limitTotal,
      },
      {
        id: 'idle',
        name: 'Idle limit',
        summary: 'At most 1 s for each wait: for the connection, and then for each byte.',
        program: programs.limitIdle,
      },
      {
        id: 'connect',
        name: 'Connect limit',
        summary: 'At most 1 s until the connection is there.',
        program: programs.limitConnect,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'Which limits will end the download before its last byte?',
      options: [
        { id: 'all', text: 'all three' },
        { id: 'total-idle', text: 'the total limit and the idle limit' },
        { id: 'total', text: 'only the total limit' },
        { id: 'other', text: 'others, or none' },
      ],
    },
    judges,
    controls: [],
    recording: 'drip',
  }),
};
