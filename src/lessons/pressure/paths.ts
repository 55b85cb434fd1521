import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  service: { sections: ['A hundred thousand jobs', 'Five at a time, or 25 a second?', 'Lost, with no thread at all'] },
};
