import type { OwnPaths } from '../shortPaths';

export const paths: OwnPaths = {
  service: { sections: ['Out of the loop', 'The threads that nobody sees', 'The log line with the wrong user'] },
};
