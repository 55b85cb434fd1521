import { defineExperiment } from '../../lab/experiment';
import { shareOf } from '../measured';
import sequential from '../threads/downloads_sequential.py?program';
import threaded from '../threads/downloads_threaded.py?program';

export const experiments = {
  firstRun: defineExperiment({
    id: 'first-run',
    title: 'Three pages, a second each',
    question: 'Three pages each keep you waiting for a second: how long do they take together?',
    engine: 'downloads',
    strategies: [
      { id: 'sequential', name: 'One after another', summary: 'Asks for a page, waits until it is there, then asks for the next.', program: sequential },
      { id: 'threaded', name: 'Threaded', summary: 'Gives each page a thread of its own. In the browser, that is a Web Worker.', program: threaded },
    ],
    prediction: {
      kind: 'choice',
      question: 'Three threads, one page each. Compared with one after another, they take',
      options: [
        { id: 'third', text: 'about a third of the time' },
        { id: 'shorter', text: 'somewhat less time' },
        { id: 'same', text: 'about the same time' },
        { id: 'longer', text: 'more time' },
      ],
      answer: (latest) => {
        const share = shareOf(latest, 'threaded', 'sequential');
        if (share === null) return null;
        if (share < 0.5) return 'third';
        if (share < 0.85) return 'shorter';
        return share <= 1.15 ? 'same' : 'longer';
      },
    },
    controls: ['pages', 'latencyMs'],
  }),
};
