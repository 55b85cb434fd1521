import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  downloads: { sections: ['What needs no lock', 'One at a time: Lock', 'Hand it over: queue.Queue'] },
  service: { sections: ['Look, then act', 'Hand it over: queue.Queue'] },
};
