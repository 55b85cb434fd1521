import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  downloads: { sections: ['Working or waiting?'] },
  computation: { sections: ['Working or waiting?'] },
  service: { sections: ['Three tools in one picture'] },
};
