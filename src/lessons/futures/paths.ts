import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  downloads: { sections: ['What do you keep?', 'The first failure'] },
};
