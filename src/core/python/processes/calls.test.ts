import {
  assert,
  constant,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  uint8Array,
  array,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCall } from './calls';
import { mostPipes, mostProcesses, mostSemaphores, pipeAt, pipeWords } from './layout';
import { firstProcess, makeProcessBuffer, ProcessMemory } from './memory';

const known = [
  'newProcess',
  'pid',
  'exitCode',
  'bury',
  'end',
  'newPipe',
  'openEnd',
  'closeEnd',
  'readable',
  'read',
  'write',
  'newSemaphore',
  'openSemaphore',
  'closeSemaphore',
  'take',
  'give',
  'value',
  'allocate',
  'peek',
  'poke',
  'slotOf',
  'begin',
  'hasBegun',
  'peekNumber',
  'pokeNumber',
  'listen',
  'stopListening',
  'connect',
  'createBlock',
  'sizeBlock',
  'openBlock',
  'blockPlace',
  'blockSize',
  'closeBlock',
  'unlinkBlock',
];
const operations = [
  ...known,
  'seized',
  'load',
  'mark',
  'ring',
  'rung',
  'awaitRing',
  'ringProcess',
  'constructor',
  '__proto__',
  'toString',
  'words',
  '',
];

/** What a forged call may bring: what makes sense, what nearly does, and anything else that a message can carry. */
const argument: Arbitrary<unknown> = oneof(
  { weight: 4, arbitrary: integer({ min: -2, max: 5 }) },
  integer(),
  constantFrom<unknown>(
    0.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -(2 ** 31),
    2 ** 31,
    2 ** 53,
    10n ** 30n,
    null,
    undefined,
    '',
    '0',
    [],
    {},
    { length: 1e9 },
    mostPipes,
    mostProcesses,
    mostSemaphores,
  ),
  { weight: 2, arbitrary: constantFrom<unknown>('i', 'q', 'readers', 'writers', 'lock', '__proto__', true, false) },
  uint8Array({ maxLength: 5000 }),
);
const call = record({
  operation: oneof(constantFrom(...operations), constant('read')),
  args: array(argument, { maxLength: 4 }),
});

/** Who holds each pipe: the words for which the others spin. */
const locksOf = (buffer: ArrayBufferLike): readonly number[] => {
  const words = new Int32Array(buffer);
  return Array.from({ length: mostPipes }, (_, pipe) => words[pipeAt(pipe, pipeWords.lock)] ?? -1);
};

describe('calls for the memory that the page keeps', () => {
  it('harm nothing, whatever they ask', () => {
    assert(
      property(array(call, { minLength: 1, maxLength: 100 }), (calls) => {
        const buffer = makeProcessBuffer(false);
        const memory = new ProcessMemory(buffer, firstProcess);
        memory.newPipe();
        for (const { operation, args } of calls) {
          if (!isCall(operation, args)) continue;
          try {
            (memory[operation] as (...given: readonly unknown[]) => unknown).apply(memory, [...args]);
          } catch (error) {
            // No place in the memory in common: the page answers nothing.
            if (!(
              error instanceof RangeError ||
              error instanceof TypeError ||
              (error instanceof Error && error.message.includes('has ended'))
            ))
              throw error;
          }
        }
        expect(locksOf(buffer).every((lock) => lock === 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('are those that the program’s Python makes', () => {
    expect(isCall('read', [0, 10, true])).toBe(true);
    expect(isCall('write', [3, new Uint8Array(2), false])).toBe(true);
    expect(isCall('poke', [8, new Uint8Array(4)])).toBe(true);
    expect(isCall('poke', [-8, new Uint8Array(4)])).toBe(false);
    expect(isCall('closeEnd', [0, 'lock'])).toBe(false);
    expect(isCall('closeEnd', [0, 'readers', -1])).toBe(false);
    expect(isCall('awaitRing', [0, 10_000])).toBe(false);
  });

  it('reach no further than the memory in common', () => {
    const memory = new ProcessMemory(makeProcessBuffer(false), firstProcess);
    expect(() => memory.poke(-1000, new Uint8Array(4))).toThrow(RangeError);
    expect(() => memory.peek(0, 2 ** 40)).toThrow(RangeError);
    expect(memory.allocate(2 ** 33)).toBe(-2);
    expect(memory.allocate(16)).toBe(0);
  });
});
