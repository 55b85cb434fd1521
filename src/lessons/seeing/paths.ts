import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  computation: { sections: ['It is slow'] },
  service: { sections: ['A loop that sleeps', 'It grows', 'Names in the log'] },
};
