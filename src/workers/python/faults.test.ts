import { describe, expect, it } from 'vitest';
import { describeFault } from './faults';

describe('describeFault', () => {
  it.each([
    [new RangeError('Maximum call stack size exceeded'), 'ran out of the stack'],
    [new Error('too much recursion'), 'ran out of the stack'],
    [new RangeError('Array buffer allocation failed'), 'ran out of memory'],
    ['Exit: Program terminated with exit(137)', 'exit code 137'],
    ['PythonError: lost sys.stderr', 'removed something'],
    [
      new WebAssembly.RuntimeError('memory access out of bounds'),
      'crashed (RuntimeError: memory access out of bounds)',
    ],
  ])('says of %s that Python %s', (error, words) => {
    expect(describeFault(error)).toContain(words);
  });
});
