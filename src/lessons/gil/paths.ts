import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  computation: {},
  service: { sections: ['Five milliseconds'] },
};
