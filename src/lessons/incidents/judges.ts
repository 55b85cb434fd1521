import type { Judge, Judges } from '../../lab/experiment/judge';
import { whatTheLoopDid } from './answers';

const elsewhere: Judge = {
  answer: whatTheLoopDid,
  expects: () => ['goes goes stands goes'],
  because:
    'A thread that waits lets go of the GIL, and one that runs Python code is asked for it every few milliseconds. A call of sum lets go of it only at its end, so it stops the loop from another thread as well.',
};

export const judges: Judges = { 'work-elsewhere': elsewhere };
