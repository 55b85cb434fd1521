import { expect, it } from 'vitest';
import { differenceOf, hunksOf } from './difference';

it('tells what became of each line', () => {
  const lines = differenceOf('a\nb\nc\n', 'a\nwith lock:\n    b\nc\n');
  expect(lines.map(({ change, text }) => `${change} ${text}`)).toEqual([
    'kept a',
    'removed b',
    'added with lock:',
    'added     b',
    'kept c',
  ]);
});

it('leaves out what is far from a change, and says how much that is', () => {
  const before = 'a\nb\nc\nd\ne\nf\n';
  const shown = (after: string): readonly (string | number)[] =>
    hunksOf(differenceOf(before, after)).map((part) => (typeof part === 'number' ? part : part.text));
  expect(shown('a\nb\nc\nd\ne\nF\n')).toEqual([3, 'd', 'e', 'f', 'F']);
  expect(shown('A\nb\nc\nd\ne\nf\n')).toEqual(['a', 'A', 'b', 'c', 3]);
  // One line is as short as what would be said of it.
  expect(shown('a\nb\nc\nD\ne\nf\n')).toEqual(['a', 'b', 'c', 'd', 'D', 'e', 'f']);
});
