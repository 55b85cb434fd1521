import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  service: { sections: ['Ctrl+C while ten tasks sleep', 'What Python waits for'] },
};
