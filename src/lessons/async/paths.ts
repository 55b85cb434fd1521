import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  downloads: { sections: ['The same downloads, in one thread', 'Ten thousand at once', 'Timeouts and cancellation'] },
  service: {},
};
