import { describe, expect, it } from 'vitest';
import { difference, parseExpectation } from './expectation';

const differs = (expected: string, printed: string) => difference(parseExpectation(expected), printed);

describe('the expectation of a program', () => {
  it('matches whole lines, in order, all of them', () => {
    expect(differs('one\ntwo \\d', 'one\ntwo 2\n')).toBeNull();
    expect(differs('one\ntwo', 'two\none\n')).toContain('line 1 is “two”');
    expect(differs('one', 'one more\n')).not.toBeNull();
    expect(differs('one', 'one\ntwo\n')).toContain('line 2 is “two”');
    expect(differs('one\ntwo', 'one\n')).toContain('the output ends after 1 lines');
  });

  it('holds numbers within bounds', () => {
    expect(differs('<1..2> s and <10..2000> bytes', '1.99 s and 1,204 bytes\n')).toBeNull();
    expect(differs('<1..2> s', '2.01 s\n')).not.toBeNull();
    expect(differs('<-1..0.5> s', '-0.50 s\n')).toBeNull();
    expect(differs('<1..2> s', 'some s\n')).not.toBeNull();
  });

  it('lets neighbours swap places, each line used once', () => {
    const expected = 'first\n~ a.*\n~ ab\n~ c\nlast';
    expect(differs(expected, 'first\nab\nc\nax\nlast\n')).toBeNull();
    expect(differs(expected, 'first\nab\nab\nab\nlast\n')).not.toBeNull();
    expect(differs(expected, 'first\nab\nax\nlast\n')).not.toBeNull();
  });

  it('repeats a line, and leaves to the next what it needs', () => {
    expect(differs('* tick.*\ntick end', 'tick 1\ntick 2\ntick end\n')).toBeNull();
    expect(differs('* tick\nend', 'end\n')).not.toBeNull();
  });

  it('reads its instructions, and keeps remarks apart', () => {
    const expectation = parseExpectation('# A remark.\n# exit: 1\n# stderr: ValueError: .*\n# timeout: 3\nout\n');
    expect(expectation).toMatchObject({ exit: 1, timeoutSeconds: 3 });
    expect('Traceback\nValueError: x\n').toMatch(expectation.stderr);
    expect(parseExpectation('# ctrl-c: now asleep\nout').interruptAfter).toBe('now asleep');
    expect(parseExpectation('# stdin: Ada\n# stdin: 7\nout').inputs).toEqual(['Ada', '7']);
    const silent = parseExpectation('out');
    expect(silent.interruptAfter).toBeNull();
    expect(silent).toMatchObject({ exit: 0, timeoutSeconds: null, inputs: [] });
    expect('').toMatch(silent.stderr);
    expect('a warning\n').not.toMatch(silent.stderr);
  });

  it('expects nothing where nothing is written', () => {
    expect(differs('# exit: 0', '')).toBeNull();
    expect(differs('# exit: 0', 'out\n')).not.toBeNull();
  });

  it('refuses what makes no sense', () => {
    expect(() => parseExpectation('# exit: soon\n')).toThrow(/whole number/);
    expect(() => parseExpectation('open (')).toThrow(SyntaxError);
  });
});
