import { describe, expect, it } from 'vitest';
import { placeIn } from './tracebackPlace';

describe('a line of a traceback', () => {
  it('leads to the line of the program that it names', () => {
    expect(placeIn('  File "a.py", line 12, in work', 'a.py')).toEqual({
      before: '  File "a.py", ',
      words: 'line 12',
      after: ', in work',
      line: 12,
    });
    expect(placeIn('  |   File "a.py", line 3', 'a.py')?.line).toBe(3);
    expect(placeIn('  +-File "a.py", line 3', 'a.py')).toBeNull();
  });

  it('leads nowhere where it is of another file, or of no program', () => {
    expect(placeIn('  File "b.py", line 12, in work', 'a.py')).toBeNull();
    expect(placeIn('ValueError: File "a.py", line 12', 'a.py')).toBeNull();
    expect(placeIn(`  File "a.py", line ${'9'.repeat(1000)}`, 'a.py')).toBeNull();
  });
});
