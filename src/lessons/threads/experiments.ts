import { downloadParams } from '../../core/engines/downloads';
import { defineExperiment } from '../../lab/experiment/experiment';
import { programs } from './programs';

const judges = () => import('./judges');

export const experiments = {
  downloads: defineExperiment({
    id: 'downloads',
    title: 'Downloads: who waits for whom?',
    question: 'Does it help to wait for several pages at once, and does it matter how many threads share the waiting?',
    engine: 'downloads',
    params: downloadParams,
    strategies: [
      {
        id: 'sequential',
        name: 'One after another',
        summary: 'One thread asks for a page and waits for it before it asks for the next.',
        program: programs.sequential,
      },
      {
        id: 'threaded',
        name: 'Threaded',
        summary: 'One thread for each page. The main thread starts them all and then joins them.',
        program: programs.threaded,
      },
      {
        id: 'pool',
        name: 'Thread pool',
        summary: 'A few threads share the pages: each takes the next page when it is free.',
        program: programs.pool,
      },
    ],
    prediction: { kind: 'rank' },
    judges,
    controls: ['pages', 'latencyMs', 'jitterPercent', 'failurePercent', 'poolSize', 'ownUrls'],
    recording: 'downloads',
  }),
};
