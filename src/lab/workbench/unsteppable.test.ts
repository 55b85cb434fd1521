import { describe, expect, it } from 'vitest';
import { canBeChecked, usesThreads, whatNoScheduleDecides } from './unsteppable';

describe('what no schedule decides', () => {
  it.each([
    ['import requests\n', 'uses the network'],
    ['def f():\n    from urllib.request import urlopen\n', 'uses the network'],
    ['import multiprocessing as mp\n', 'starts processes'],
    ['from concurrent.futures import ProcessPoolExecutor\n', 'starts processes'],
    ['import asyncio\nasyncio.open_connection()\n', 'uses the network'],
    ['name = input("?")\n', 'asks its reader with input()'],
    ['with open("x") as file: pass\n', 'works with files'],
  ])('is seen in %j', (source, what) => {
    expect(whatNoScheduleDecides(source)).toBe(what);
  });

  it.each([
    'import threading\n',
    'import asyncio\n',
    '"""Compare with requests:\nimport requests\n"""\n',
    '# open() and input()\n',
    'door.open()\n',
    'reopen(1)\n',
    'from concurrent.futures import ThreadPoolExecutor\n',
  ])('is nothing in %j', (source) => {
    expect(whatNoScheduleDecides(source)).toBeNull();
  });
});

describe('whether a program uses threads', () => {
  it.each([
    'threading.Thread(target=work).start()\n',
    'class Worker(threading.Thread):\n    pass\n',
    'from threading import Thread, Lock\n',
    'with ThreadPoolExecutor() as pool:\n    pass\n',
    'await asyncio.to_thread(work)\n',
    'threading.Timer(1, work).start()\n',
  ])('is seen in %j', (source) => {
    expect(usesThreads(source)).toBe(true);
  });

  it.each(['asyncio.run(main())\n', '"""About Thread(target=work)."""\n', '# Thread(target=work)\n', 'print(1)\n'])(
    'is not in %j',
    (source) => {
      expect(usesThreads(source)).toBe(false);
    },
  );
});

it('a program can be checked that has threads, and nothing from outside', () => {
  expect(canBeChecked('threading.Thread(target=work)\n')).toBe(true);
  expect(canBeChecked('import requests\nthreading.Thread(target=work)\n')).toBe(false);
  expect(canBeChecked('asyncio.run(main())\n')).toBe(false);
});
