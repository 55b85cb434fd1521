import type { Judge, Judges } from '../../lab/experiment/judge';
import { whoOverlapped } from './answers';

const overlaps: Judge = {
  answer: whoOverlapped,
  expects: () => ['one-and-two'],
  because: {
    'one-and-two':
      'A task waits beside main only while main waits for something else: “Task by task” awaits its first task before there is a second.',
    'only-two-tasks': '“One task” was late here, perhaps because the machine was busy: look at what it printed.',
    'all-with-tasks': '“Task by task” was faster than two waits here: look at what it printed.',
    other: 'Some program took another time than its waits add up to, perhaps because the machine was busy.',
  },
};

export const judges: Judges = { 'two-servers': overlaps };
