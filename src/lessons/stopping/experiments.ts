import { defineExperiment } from '../../lab/experiment/experiment';
import { programsParams } from '../../lab/experiment/runsOn';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  stop: defineExperiment({
    id: 'stop',
    title: 'Please stop',
    question: 'Eight jobs, two workers, and somebody who wants to stop after 0.7 seconds: when is it over?',
    engine: 'programs',
    params: programsParams,
    strategies: [
      {
        id: 'sentinel',
        name: 'Sentinel',
        summary: 'Two sentinels go into the queue behind the jobs.',
        program: programs.stopBySentinel,
      },
      {
        id: 'flag',
        name: 'Flag',
        summary: 'Each worker looks at a flag before it takes a job.',
        program: programs.stopByFlag,
      },
      {
        id: 'event',
        name: 'Event',
        summary: 'Each worker also waits for the event while it works on a job.',
        program: programs.stopByEvent,
      },
    ],
    prediction: { kind: 'rank' },
    judges,
    controls: [],
    recording: 'stop',
  }),
};
