import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readObjectName, threadObject, type NamedObject } from './objectNames';

const names = fileURLToPath(new URL('../../python/scheduled/names.py', import.meta.url));
const python = process.env['PYTHON'] ?? 'python3';
const hasPython = spawnSync(python, ['--version']).status === 0;

/** What each call to a function of names.py names. */
const made: Readonly<Record<string, NamedObject>> = {
  'thread(2)': { kind: 'thread', thread: 2 },
  'life(12)': { kind: 'life', thread: 12 },
  'deadline(3)': { kind: 'deadline', thread: 3 },
  'lock(0, 2)': { kind: 'lock', maker: 0, count: 2 },
  'library_lock(17)': { kind: 'library lock', count: 17 },
  'condition(1, 2)': { kind: 'condition', maker: 1, count: 2 },
  'wait(1, lock(0, 1))': { kind: 'wait', thread: 1, lock: 'lock 0.1' },
  'wait(1, SOME_LOCK)': { kind: 'wait', thread: 1, lock: 'a lock' },
  'event(lock(0, 3))': { kind: 'event', lock: 'lock 0.3' },
  'queue(library_lock(4))': { kind: 'queue', lock: 'library lock 4' },
  'event_loop(1)': { kind: 'event loop', count: 1 },
  "global_variable('größe')": { kind: 'global', name: 'größe' },
  "cell('lock')": { kind: 'cell', name: 'lock' },
  "attribute('thread_1')": { kind: 'attribute', name: 'thread_1' },
  "part(attribute('of'), 2, 13)": { kind: 'attribute of', name: 'of', maker: 2, count: 13 },
  'part(ITEMS, 0, 1)': { kind: 'items of', maker: 0, count: 1 },
};

/** The values of some expressions with what names.py defines. */
function inPython(expressions: readonly string[]): unknown[] {
  const program = `import json, runpy, sys\nspace = runpy.run_path(sys.argv[1])\nprint(json.dumps([eval(one, space) for one in json.loads(sys.argv[2])]))`;
  const { stdout, stderr } = spawnSync(python, ['-c', program, names, JSON.stringify(expressions)], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as unknown[];
}

describe.skipIf(!hasPython && !process.env['CI'])('names of objects, as Python makes them', () => {
  it('are read as what they were made for', () => {
    const texts = inPython(Object.keys(made)) as string[];
    expect(texts.map(readObjectName)).toEqual(Object.values(made));
    const [all] = inPython(['list(THINGS)']) as [string[]];
    expect(all.map(readObjectName)).toEqual(all.map((thing) => ({ kind: 'thing', thing })));
  });

  it('are all here: each function and each constant', () => {
    const [functions, constants] = inPython([
      "[name for name, value in globals().items() if getattr(value, '__module__', None) == '<run_path>']",
      "[value for name, value in globals().items() if name.isupper() and name != 'THINGS' and type(value) is str]",
    ]) as [string[], string[]];
    const called = new Set(Object.keys(made).map((call) => call.slice(0, call.indexOf('('))));
    expect([...called].sort()).toEqual([...functions].sort());
    expect(constants.map((thing) => readObjectName(thing).kind)).toEqual(constants.map(() => 'thing'));
  });

  it('are the same where TypeScript makes them', () => {
    expect(inPython(['thread(5)'])).toEqual([threadObject(5)]);
  });
});

describe('other texts', () => {
  it.each([
    '',
    'lock',
    'lock ',
    'lock 1',
    'thread x',
    'thread 1 dies',
    'global ',
    'wait of x for lock 0.1',
    '__proto__',
  ])('as %j name nothing', (text) => {
    expect(readObjectName(text)).toEqual({ kind: 'unknown' });
  });
});
