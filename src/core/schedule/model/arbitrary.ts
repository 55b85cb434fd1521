import * as fc from 'fast-check';
import {
  acquire,
  add,
  condition,
  jumpIf,
  joinThread,
  local,
  lock,
  notify,
  notifyAll,
  part,
  print,
  read,
  release,
  rlock,
  semaphore,
  start,
  wait,
  write,
  type Body,
  type Instruction,
  type Program,
} from './program';

/** A statement is the instructions that it stands for. */
type Statement = fc.Arbitrary<readonly Instruction[]>;

const one = (instruction: Instruction): Statement => fc.constant([instruction]);
const variables = fc.constantFrom('x', 'y');
const locks = fc.constantFrom('A', 'B', 'R', 'S');

const data: Statement = fc.oneof(
  variables.map((name) => [read(name)]),
  variables.map((name) => [write(name, 'r', 1)]),
  fc.tuple(variables, fc.integer({ min: 1, max: 2 })).map(([name, value]) => [write(name, value)]),
  variables.map((name) => [add(name)]),
  one({ op: 'sum', of: 'both', into: 'r' }),
  one({ op: 'clear', all: 'both' }),
  one(print('r')),
  one(local),
);

/** What may go wrong or block by itself. */
const raw: Statement = fc.oneof(
  locks.map((name) => [acquire(name)]),
  locks.map((name) => [release(name)]),
  one(wait('C')),
  one(notify('C')),
  one({ op: 'sleep' }),
);

const early: Statement = fc
  .tuple(variables, fc.integer({ min: 0, max: 1 }))
  .map(([name, is]) => [read(name), jumpIf('r', 1 - is, 2), { op: 'stop' }]);

/** A body within a statement, and what stands around it. */
const around = (inner: Statement): Statement =>
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(locks, inner).map(([name, body]) => [acquire(name), ...body, release(name)]) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(locks, inner)
        .map(([name, body]): Body => [
          { op: 'try', lock: name, into: 't' },
          jumpIf('t', 0, body.length + 2),
          ...body,
          release(name),
        ]),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(locks, inner)
        .map(([name, body]): Body => [
          { op: 'acquireFor', lock: name, into: 't' },
          jumpIf('t', 0, body.length + 2),
          ...body,
          release(name),
        ]),
    },
    // `if` and `while` around wait, without and with a bound.
    {
      weight: 1,
      arbitrary: fc
        .tuple(variables, inner)
        .map(([name, body]) => [acquire('A'), read(name), jumpIf('r', 1, 2), wait('C'), ...body, release('A')]),
    },
    {
      weight: 1,
      arbitrary: inner.map((body): Body => [
        acquire('A'),
        { op: 'wait', condition: 'C', timeoutInto: 'w' },
        ...body,
        release('A'),
      ]),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(inner, fc.boolean())
        .map(([body, all]) => [acquire('A'), ...body, all ? notifyAll('C') : notify('C'), release('A')]),
    },
    { weight: 1, arbitrary: inner.map((body) => [...body, ...body]) },
  );

const blockOf = (statement: Statement, maxLength: number): Statement =>
  fc.array(statement, { maxLength }).map((statements) => statements.flat());

const simple: Statement = fc.oneof({ weight: 6, arbitrary: data }, { weight: 1, arbitrary: early });
const nested: Statement = fc.oneof(
  { weight: 3, arbitrary: simple },
  { weight: 2, arbitrary: around(blockOf(simple, 1)) },
  { weight: 1, arbitrary: raw },
);
const statement: Statement = fc.oneof(
  { weight: 3, arbitrary: simple },
  { weight: 4, arbitrary: around(blockOf(nested, 2)) },
  { weight: 1, arbitrary: raw },
);

/** Starts, joins, and now and then the end of the whole program, put in somewhere. */
const lives = (others: readonly number[]): Statement =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...others.map((body) => [joinThread(body)])) },
    { weight: 3, arbitrary: fc.constantFrom(...others.map((body) => [start(body)])) },
    { weight: 1, arbitrary: one({ op: 'exit' }) },
  );

const bodyOf = (others: readonly number[]): Statement =>
  fc
    .tuple(blockOf(statement, 2), fc.option(lives(others), { freq: 3, nil: [] }), blockOf(statement, 1))
    .map((parts) => parts.flat());

/** Small programs in which everything of the model may happen. Shrinks to few and short bodies. */
export const programs: fc.Arbitrary<Program> = fc
  .record({
    bodies: fc.oneof(fc.tuple(bodyOf([1]), bodyOf([0])), fc.tuple(bodyOf([1, 2]), bodyOf([0, 2]), bodyOf([0, 1]))),
    permits: fc.integer({ min: 0, max: 2 }),
    third: fc.boolean(),
    timeouts: fc.constantFrom('patient' as const, 'free' as const),
  })
  .map(({ bodies, permits, third, timeouts }) => ({
    objects: { x: part('both'), y: part('both'), A: lock, B: lock, R: rlock, S: semaphore(permits), C: condition('A') },
    bodies,
    begin: bodies.length === 3 && third ? [0, 1] : bodies.map((_, index) => index),
    timeouts,
  }));
