import { defineExperiment } from '../../lab/experiment/experiment';
import { programsParams } from '../../lab/experiment/runsOn';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  kept: defineExperiment({
    id: 'ten-downloads',
    title: 'Ten downloads: what do you keep?',
    question: 'One of ten pages fails and one hangs: how many of the other eight do you get?',
    engine: 'programs',
    params: programsParams,
    strategies: [
      {
        id: 'map',
        name: 'map',
        summary: 'One call of pool.map, with a time limit. Its loop ends with the first exception.',
        program: programs.keptByMap,
      },
      {
        id: 'as-completed',
        name: 'as_completed',
        summary: 'A submit for each page. as_completed gives the futures in the order in which they are done.',
        program: programs.keptByAsCompleted,
      },
      {
        id: 'wait',
        name: 'wait',
        summary: 'A submit for each page. wait gives two sets when the time is over: what is done, and what is not.',
        program: programs.keptByWait,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'How many pages will each of the three keep?',
      options: [
        { id: 'all-eight', text: 'eight, each of them' },
        { id: 'map-three', text: 'map three, the other two eight' },
        { id: 'map-none', text: 'map none, the other two eight' },
        { id: 'other', text: 'some other numbers' },
      ],
    },
    judges,
    controls: [],
    recording: 'ten-downloads',
  }),
};
