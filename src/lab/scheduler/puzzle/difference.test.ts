import { expect, it } from 'vitest';
import { differenceOf } from './difference';

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
