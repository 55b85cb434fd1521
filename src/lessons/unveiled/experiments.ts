import { downloadParams } from '../../core/engines/downloads';
import { defineExperiment } from '../../lab/experiment/experiment';
import sequential from '../threads/downloads_sequential.py?program';
import threaded from '../threads/downloads_threaded.py?program';

const judges = () => import('./judges');

export const experiments = {
  firstRun: defineExperiment({
    id: 'first-run',
    title: 'Three pages, a second each',
    question: 'Three pages each keep you waiting for a second: how long do they take together?',
    engine: 'downloads',
    params: downloadParams,
    strategies: [
      {
        id: 'sequential',
        name: 'One after another',
        summary: 'Asks for a page, waits until it is there, then asks for the next.',
        program: sequential,
      },
      {
        id: 'threaded',
        name: 'Threaded',
        summary: 'Gives each page a thread of its own. In the browser, that is a Web Worker.',
        program: threaded,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'How long will the threads take, with one page each?',
      options: [
        { id: 'one', text: 'about as long as one page' },
        { id: 'shorter', text: 'longer than one page, but not as long as all of them' },
        { id: 'same', text: 'as long as all pages one after another' },
        { id: 'longer', text: 'longer than all pages one after another' },
      ],
    },
    judges,
    controls: ['pages', 'latencyMs'],
  }),
};
