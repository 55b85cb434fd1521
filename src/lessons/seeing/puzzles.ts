import type { Puzzle } from '../../lab/scheduler/puzzle/puzzle';
import { moves } from '../ladder/moves';
import light from './light_puzzle.py?raw';
import red from './red_puzzle.py?raw';
import redFixed from './red_puzzle_fixed.py?raw';

/** A schedule that no run of a test has shown, and a test that is made to fail. */
export const puzzles: readonly Puzzle[] = [
  {
    id: 'light',
    program: { name: 'light_puzzle.py', source: light },
    goal: { kind: 'break', ending: { kind: 'prints', line: '1 in the dark' }, limit: { of: 'switches', most: 3 } },
    hints: [
      'Who turns the light off has decided to do so a moment before. What may happen in between?',
      'Ben must come in when Ada knows that she is the last, and her hand is on the switch.',
      'Let Ada go on until “last” is true. Let Ben turn the light on, give the turn back to Ada, and then to Ben.',
    ],
    solution: moves('1111 22 1 222'),
    moral:
      'The lock made the count right, and the light follows from the count a moment later. What belongs together belongs under one lock, the deed as well as the look.',
  },
  {
    id: 'red-fix',
    program: { name: 'red_puzzle.py', source: red },
    goal: { kind: 'fix', endings: [{ prints: 'failed', holds: { visits: '1' } }], threads: 2 },
    time: 'free',
    hints: [
      'In which order of two reads and two writes is a visit lost?',
      'Each thread must have read before the other one writes. Who could wait for what?',
      'Put an Event between Ada’s read and her write: she waits there until Ben is done, and Ben begins when she has read.',
    ],
    solution: redFixed,
    moral:
      'Two events leave one order, and it is the one that loses a visit. Such a test fails every time while the mistake is there, and it needs no luck, no sleep and no thousand runs.',
  },
];
