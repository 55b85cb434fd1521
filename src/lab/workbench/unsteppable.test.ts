import { describe, expect, it } from 'vitest';
import { whatNoScheduleDecides } from './unsteppable';

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
