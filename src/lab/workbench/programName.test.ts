import { describe, expect, it } from 'vitest';
import { checkName, fileNameFrom } from './programName';
import { decodeProgram, encodeProgram } from './share';

describe('the name of a program', () => {
  it('is taken with or without its ending, and an address carries it', async () => {
    for (const [typed, name] of [
      ['race', 'race.py'],
      ['  race.py ', 'race.py'],
      ['two-turns_2.py', 'two-turns_2.py'],
      ['x'.repeat(60), `${'x'.repeat(60)}.py`],
      ['test', 'test.py'],
    ] as const) {
      expect(checkName(typed)).toEqual({ status: 'ok', name });
      expect(await decodeProgram(await encodeProgram('pass\n', { name }))).toMatchObject({ status: 'ok', name });
    }
  });

  it('is refused with a sentence that says what can be', () => {
    for (const [typed, reason] of [
      ['', 'needs a name'],
      ['.py', 'needs a name'],
      ['my race.py', 'my_race.py would do'],
      ['../race', '_race.py would do'],
      ['naïve', 'na_ve.py would do'],
      ['race.txt', 'race.py would do'],
      ['x'.repeat(61), 'at most 60'],
      ['queue', 'my_queue.py would do'],
      ['threading.py', 'Python’s own module threading'],
    ] as const) {
      const checked = checkName(typed);
      expect(checked.status === 'bad' && checked.reason).toContain(reason);
    }
  });

  it('offers only what it would take', () => {
    for (const typed of ['my race.py', '../race', 'race.txt', 'ñ', 'a b'.repeat(15), 'queue', 'q u/e.py']) {
      const checked = checkName(typed);
      const offered = /(\S+\.py) would do/.exec(checked.status === 'bad' ? checked.reason : '')?.[1] ?? '';
      expect(checkName(offered)).toEqual({ status: 'ok', name: offered });
    }
  });

  it('of a file that is opened is one that is possible', () => {
    expect(fileNameFrom('Übung 3.txt')).toBe('_bung_3.py');
    expect(fileNameFrom('###')).toBe('program.py');
  });
});
