import { retriesParams } from '../../core/engines/retries';
import { defineExperiment } from '../../lab/experiment/experiment';
import { programs } from './programs';

export const experiments = {
  retries: defineExperiment({
    id: 'retries',
    title: 'Two who give way',
    question: 'Two transfers give way to each other and try again: after how many rounds are both done?',
    engine: 'retries',
    params: retriesParams,
    strategies: [
      {
        id: 'equal',
        name: 'Equal pauses',
        summary: 'Who finds the second lock taken gives the first one back, and pauses as long as the other one does.',
        program: programs.retry_equal,
      },
      {
        id: 'random',
        name: 'Random pauses',
        summary: 'As before, but each pause is drawn anew, between none and twice as long.',
        program: programs.retry_random,
      },
    ],
    prediction: {
      kind: 'choice',
      question: 'With equal pauses, when will both transfers be done?',
      options: [
        { id: 'soon', text: 'after at most five rounds' },
        { id: 'late', text: 'after more than five rounds' },
        { id: 'never', text: 'not before they give up' },
      ],
    },
    judges: () => import('./judges'),
    controls: ['stepMs', 'pauseMs', 'rounds'],
    timings: 'none',
    recording: 'retries',
  }),
};
