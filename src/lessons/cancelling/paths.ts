import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  service: {},
};
