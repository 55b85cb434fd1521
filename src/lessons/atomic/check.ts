import type { Question } from '../lesson';

export const questions: readonly Question[] = [
  {
    id: 'two-safe-steps',
    text: 'Two threads run `if name not in cache: cache[name] = load(name)`. To look for a string and to write under it are one step each. What follows?',
    options: [
      {
        id: 'once',
        text: 'Each name is loaded once, since both steps are safe.',
        right: false,
        why: 'Between two safe steps there is a gap. Both threads can look before either of them writes.',
      },
      {
        id: 'damage',
        text: 'The dictionary can be damaged when both write at once.',
        right: false,
        why: 'A write is one step, with the GIL and without. The dictionary stays whole; the second write takes the place of the first.',
      },
      {
        id: 'twice',
        text: 'A name may be loaded twice, with the GIL too.',
        right: true,
        why: 'Both may find that the name is missing. The call of `load` lies in the gap, and at a call every CPython may change threads.',
      },
    ],
  },
  {
    id: 'safe-key',
    text: 'On CPython 3.14 with the GIL, `seen[color] += 1` has lost nothing in millions of runs, where `color` was a string. You make `color` a member of an `Enum`. What changes?',
    options: [
      {
        id: 'nothing',
        text: 'Nothing: how the dictionary adds does not depend on the key.',
        right: false,
        why: 'The dictionary asks the key for its hash, to read and again to write. The hash of an `Enum` is a method written in Python.',
      },
      {
        id: 'loses',
        text: 'Updates can be lost.',
        right: true,
        why: 'Where that method begins for the write, the value has been read and not yet written, and threads may change. We counted 233,104 losses in 1,000,000.',
      },
      {
        id: 'raises',
        text: 'A `KeyError` can be raised.',
        right: false,
        why: 'Nobody deletes the key. What another thread can do in the gap is to count as well, and that is lost.',
      },
    ],
  },
  {
    id: 'sum-of-values',
    text: 'One thread computes `sum(prices.values())`, another adds prices, all of them plain numbers. What can happen?',
    options: [
      {
        id: 'never',
        text: 'Nothing: one call is one step.',
        right: false,
        why: 'The sum takes one value after another. With the GIL nobody comes in between, but without it the dictionary may grow meanwhile.',
      },
      {
        id: 'always',
        text: 'It can raise a `RuntimeError`, with the GIL and without, as a `for` loop can.',
        right: false,
        why: 'A `for` loop of yours goes through the interpreter, which looks for other threads at the end of each round. The loop inside of `sum` is written in C, and looks for nobody.',
      },
      {
        id: 'free',
        text: 'Without the GIL it can raise a `RuntimeError`.',
        right: true,
        why: 'No lock is held for the whole sum. Take `list(prices.values())` first, which is one step, and add that up.',
      },
    ],
  },
];

export const saw = [
  'A statement goes wrong in the gap between two of its steps, when the second relies on what the first one saw.',
  'The GIL closes some of these gaps by where it looks for other threads; a property, a call, or a key with a hash of its own opens them again.',
  'Without the GIL each operation of a list or a dictionary is still one step, by a lock in the object, and every gap is open.',
] as const;
