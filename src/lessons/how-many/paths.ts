import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  computation: { sections: ['A fifth that nobody can share', 'More workers than cores', 'If you do not say'] },
};
