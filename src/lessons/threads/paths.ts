import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  downloads: {},
  computation: { sections: ['The modern form: a pool'] },
  service: { sections: ['What happens in between', 'The modern form: a pool'] },
};
