import { describe, expect, it } from 'vitest';
import { blocksAround, bodyAround, combinations, sayCure, withLock } from './cureBlocks';

const source = `import threading

counter = 0


def add():
    global counter
    value = counter
    if value < 5:
        counter = value + 1


def look():
    print(counter)
`;
const lines = source.split('\n');

describe('the lines that a lock may cover', () => {
  it('are whole statements of one function', () => {
    expect(bodyAround(lines, 8)).toEqual({ first: 7, last: 10 });
    expect(blocksAround(lines, { first: 8, last: 10 })).toEqual([
      { first: 8, last: 10 },
      { first: 7, last: 10 },
    ]);
    // An `if` without its body is none.
    expect(blocksAround(lines, { first: 9, last: 9 })[0]).toEqual({ first: 9, last: 10 });
    expect(blocksAround(lines, { first: 14, last: 14 })).toEqual([{ first: 14, last: 14 }]);
  });

  it('are tried from the smallest on', () => {
    const [few, more] = [
      { first: 1, last: 1 },
      { first: 1, last: 4 },
    ];
    expect(combinations([[few, more], [few]])).toEqual([
      [few, few],
      [more, few],
    ]);
  });
});

describe('a program with the lock', () => {
  it('has it after its imports, around each block', () => {
    expect(
      withLock(source, [
        { first: 8, last: 10 },
        { first: 14, last: 14 },
      ]),
    ).toBe(`import threading

lock = threading.Lock()

counter = 0


def add():
    global counter
    with lock:
        value = counter
        if value < 5:
            counter = value + 1


def look():
    with lock:
        print(counter)
`);
  });

  it('has a name for it that the program has not', () => {
    expect(withLock('from threading import Thread\nlock = 1\nx = 1', [{ first: 3, last: 3 }])).toBe(
      'from threading import Thread\nimport threading\n\none_lock = threading.Lock()\nlock = 1\nwith one_lock:\n    x = 1',
    );
  });

  it('is told in one sentence', () => {
    expect(
      sayCure([
        { first: 12, last: 12 },
        { first: 6, last: 7 },
      ]),
    ).toBe('Let one lock cover lines 6–7 and line 12.');
  });
});
