import { numberIn, type Judge, type Judges } from '../../lab/experiment/judge';
import { againstTheLaw, waitsByLoad } from './answers';

const amdahl: Judge = {
  answer: (measured) => againstTheLaw(measured, (params) => numberIn(params, 'serialPercent')),
  because: {
    half: 'That is more than the law allows: one worker alone was slower than the same worker among others. Run it again when the machine is quiet.',
    law: 'There was a core for each worker, or so many workers that more hardly matter: then the serial part is all that holds them up.',
    under:
      'The law counts workers, and takes a core for each of them for granted. Here there were more workers than cores, or cores that share something.',
  },
};

const line: Judge = {
  answer: waitsByLoad,
  expects: () => ['none few tens many'],
  because:
    'The wait grows with 1 / (1 − load), so the last per cents cost the most. At 50 % every second task finds the worker free.',
};

export const judges: Judges = { 'a-fifth-alone': amdahl, 'waiting-line': line };
