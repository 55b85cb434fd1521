import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  service: {
    sections: ['A loop of your own', 'An await that does not wait', 'The task that nobody keeps', 'Let it complain'],
  },
};
