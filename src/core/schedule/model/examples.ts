import {
  acquire,
  condition,
  jumpIf,
  local,
  lock,
  notify,
  read,
  release,
  variable,
  wait,
  write,
  type Body,
  type Instruction,
  type Program,
} from './program';

const repeat = (count: number, body: Body): Body => Array.from({ length: count }, () => body).flat();

/** Threads that have nothing to do with each other, each of a number of steps. */
export const independent = (...steps: readonly number[]): Program => ({
  tells: 'shared',
  objects: {},
  bodies: steps.map((count) => repeat(count, [local])),
});

/** Two threads of five steps that each read a counter, and later write one more: 252 schedules, 12 of them right. */
export const counter: Program = {
  tells: 'shared',
  objects: { counter: variable },
  bodies: repeat(2, [local]).map(() => [local, read('counter'), local, local, write('counter', 'r', 1)]),
};

/** Threads that each increment a shared number a number of times, under a lock. */
export const lockedIncrements = (threads: number, times: number): Program => ({
  tells: 'shared',
  objects: { x: variable, A: lock },
  bodies: Array.from({ length: threads }, () =>
    repeat(times, [acquire('A'), read('x'), write('x', 'r', 1), release('A')]),
  ),
});

/** Two threads that take two locks in opposite orders. */
export const abba: Program = {
  tells: 'shared',
  objects: { A: lock, B: lock },
  bodies: [
    [acquire('A'), acquire('B'), release('B'), release('A')],
    [acquire('B'), acquire('A'), release('A'), release('B')],
  ],
};

/** Philosophers who each take the fork at their left first; or, `ordered`, the one with the lower number first. */
export function philosophers(count: number, ordered = false): Program {
  const forks = Array.from({ length: count }, (_, index) => `fork ${index}`);
  const body = (index: number): Body => {
    const pair = [index, (index + 1) % count];
    const [first, second] = (ordered ? pair.toSorted((a, b) => a - b) : pair).map((fork) => `fork ${fork}`);
    return first === undefined || second === undefined
      ? []
      : [acquire(first), acquire(second), release(second), release(first)];
  };
  return {
    tells: 'shared',
    objects: Object.fromEntries(forks.map((fork) => [fork, lock])),
    bodies: forks.map((_, index) => body(index)),
  };
}

/** Waits under lock `A`, as `while` does, until `size` is another number than this. */
const whileSize = (is: number, on: string): readonly Instruction[] => [
  read('size', 's'),
  jumpIf('s', is, 2),
  { op: 'jump', by: 3 },
  wait(on),
  { op: 'jump', by: -4 },
];

/** Two producers of one thing each and a consumer of two, with room for one: `Condition`s for not full and not empty on one lock. */
export const boundedBuffer: Program = {
  tells: 'shared',
  objects: { size: variable, A: lock, room: condition('A'), things: condition('A') },
  bodies: [
    [acquire('A'), ...whileSize(1, 'room'), write('size', 's', 1), notify('things'), release('A')],
    [acquire('A'), ...whileSize(1, 'room'), write('size', 's', 1), notify('things'), release('A')],
    repeat(2, [acquire('A'), ...whileSize(0, 'things'), write('size', 's', -1), notify('room'), release('A')]),
  ],
};

/** A consumer that asks with `if` and a producer that notifies without looking: the notification is lost if it comes first. */
export const lostWakeUp: Program = {
  tells: 'shared',
  objects: { ready: variable, A: lock, C: condition('A') },
  bodies: [
    [read('ready', 'seen'), jumpIf('seen', 1, 4), acquire('A'), wait('C'), release('A')],
    [write('ready', 1), acquire('A'), notify('C'), release('A')],
  ],
};

/** A thread that spins until another has set a flag. */
export const spinning: Program = {
  tells: 'shared',
  objects: { ready: variable },
  bodies: [[read('ready'), jumpIf('r', 0, -1)], [write('ready', 1)]],
};

/** Two threads that each step back as long as the other wants to go first: in step with each other they go on for ever. */
export const polite: Program = {
  tells: 'shared',
  objects: { left: variable, right: variable },
  bodies: [
    ['left', 'right'],
    ['right', 'left'],
  ].map(([mine = '', other = '']) => [
    write(mine, 1),
    read(other),
    jumpIf('r', 0, 3),
    write(mine, 0),
    { op: 'jump', by: -4 },
    write(mine, 0),
  ]),
};
