import type { Judge, Judges } from '../../lab/experiment/judge';
import { fates } from './answers';

const oneFails: Judge = {
  answer: fates,
  expects: () => ['left awaited cancelled left left'],
  because:
    'Only the group ends the others, and waits until they have ended. With return_exceptions, gather waits for all; the other three leave orphans.',
};

export const judges: Judges = { 'one-fails': oneFails };
