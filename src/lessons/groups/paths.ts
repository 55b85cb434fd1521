import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  service: { sections: ['Orphans', 'A block that nobody outlives', 'Which one?'] },
};
