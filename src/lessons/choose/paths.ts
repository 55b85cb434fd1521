import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  downloads: { sections: ['Common mistakes, and what to do'] },
  computation: {
    sections: ['Sometimes none of them', 'What each one costs', 'Python in 2026: life without the GIL'],
  },
  service: { sections: ['A mix, and how to join it', 'Common mistakes, and what to do'] },
};
