import { numberIn, type Judge, type Judges } from '../../lab/experiment/judge';
import { waitingOverlaps } from '../waitingOverlaps';

const downloads: Judge = {
  faster: (params) => {
    if (!waitingOverlaps(params)) return [];
    return [
      ['threaded', 'sequential'],
      ...(numberIn(params, 'poolSize') === 1 ? [] : ([['pool', 'sequential']] as const)),
    ];
  },
  because: 'Threads that wait overlap: with one each, the longest wait counts; in a pool, each round of waits.',
};

export const judges: Judges = { downloads };
