import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  computation: { sections: ['What two threads gain', 'The GIL comes back', 'Is it safe?', 'Several interpreters'] },
};
