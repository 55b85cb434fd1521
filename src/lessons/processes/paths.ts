import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  computation: { sections: ['A million numbers for another process', 'How many travel together?'] },
};
