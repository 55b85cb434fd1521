import { numberIn, type Judge, type Judges } from '../../lab/experiment/judge';
import { whenDone } from './answers';

const retries: Judge = {
  answer: whenDone,
  expects: (params) => (numberIn(params, 'stepMs') >= 20 && numberIn(params, 'rounds') <= 10 ? ['never'] : []),
  because: {
    soon: 'One of them was late by more than a step of the bank takes, so the other one came through.',
    late: 'After some rounds one of them was late by more than a step of the bank takes, and the other one came through.',
    never: 'Both gave way at about one time, waited equally long, and so were in each other’s way again.',
  },
};

export const judges: Judges = { retries };
