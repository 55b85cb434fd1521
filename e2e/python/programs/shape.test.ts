import { expect, it } from 'vitest';
import { errorShape, outputShape } from './shape';

it('masks times, and forgets the order only where told', () => {
  expect(outputShape('b 0.31 s\na 12\n', false)).toEqual(['b # s', 'a 12', '']);
  expect(outputShape('b 0.31 s\na 12\n', true)).toEqual(outputShape('a 12\nb 0.4 s\n', true));
  expect(outputShape('a 12', false)).not.toEqual(outputShape('a 13', false));
});

it('keeps of a traceback what every version shows', () => {
  const native = `Exception in thread t:
Traceback (most recent call last):
  File "/usr/lib/python3.11/threading.py", line 1045, in _bootstrap_inner
    self.run()
  File "/home/me/work.py", line 7, in work
    raise ValueError(text)
ValueError: six
`;
  const inPage = `Exception in thread t:
Traceback (most recent call last):
  File "/lib/python314.zip/threading.py", line 1082, in _bootstrap_inner
    self._context.run(self.run)
    ~~~~~~~~~~~~~~~~~^^^^^^^^^^
  File "work.py", line 7, in work
    raise ValueError(text)
ValueError: six
`;
  expect(errorShape(inPage, 'work.py')).toEqual(errorShape(native, 'work.py'));
  expect(errorShape(native, 'work.py')).toEqual([
    'Exception in thread t',
    'Traceback',
    'line 7 in work',
    'ValueError six',
  ]);
  expect(errorShape(inPage.replace('line 7', 'line 8'), 'work.py')).not.toEqual(errorShape(native, 'work.py'));
});
