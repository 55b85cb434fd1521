import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepBoard, movesKey, readBoard } from './puzzleMoves';

const kept = new Map<string, string>();
let now = 0;

beforeEach(() => {
  kept.clear();
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1));
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const board = (at: number) => ({ on: '3.14.2 0a', schedule: 's1', at });

describe('the boards of puzzles', () => {
  it('are kept under their puzzles, until they are forgotten', () => {
    keepBoard('a', board(1));
    keepBoard('b', board(2));
    keepBoard('a', board(3));
    expect(readBoard('a')).toMatchObject(board(3));
    expect(readBoard('b')).toMatchObject(board(2));
    keepBoard('a', null);
    expect(readBoard('a')).toBeNull();
    keepBoard('b', null);
    expect(kept.size).toBe(0);
  });

  it('know no puzzle by the name of something every object has', () => {
    expect(readBoard('toString')).toBeNull();
  });

  it('let the one go that was touched longest ago when there are too many', () => {
    for (let number = 0; number < 60; number += 1) keepBoard(String(number), board(number));
    keepBoard('0', board(99));
    keepBoard('60', board(60));
    expect(readBoard('0')).toMatchObject(board(99));
    expect(readBoard('1')).toBeNull();
    expect(readBoard('60')).toMatchObject(board(60));
  });

  it('leave what a newer version of the site wrote alone', () => {
    const raw = JSON.stringify({ site: 'timeslice', version: 2, boards: [] });
    kept.set(movesKey, raw);
    keepBoard('a', board(1));
    keepBoard('a', null);
    expect(readBoard('a')).toBeNull();
    expect(kept.get(movesKey)).toBe(raw);
  });

  it('put damaged ones aside', () => {
    kept.set(movesKey, '{"boards":3}');
    keepBoard('a', board(1));
    expect(readBoard('a')).toMatchObject(board(1));
    expect([...kept.values()]).toContain('{"boards":3}');
  });

  it('are nowhere where the browser stores nothing', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    });
    expect(() => keepBoard('a', board(1))).not.toThrow();
    expect(readBoard('a')).toBeNull();
  });
});
