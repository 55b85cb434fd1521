import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OutputTurns } from './outputTurns';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function begin() {
  const outputs = new OutputTurns();
  const heard: string[] = [];
  const take = (turn: number | null, words: string): void => outputs.take(turn, () => void heard.push(words));
  return { outputs, heard, take };
}

describe('the output of several processes', () => {
  it('is heard in the order in which it was written', () => {
    const { heard, take } = begin();
    take(2, 'the parent goes on');
    take(1, 'the child ends');
    expect(heard).toEqual([]);
    take(0, 'the child begins');
    expect(heard).toEqual(['the child begins', 'the child ends', 'the parent goes on']);
  });

  it('is heard at once where nothing has a number, and after what is held where something has', () => {
    const { heard, take } = begin();
    take(null, 'hello');
    take(1, 'Your name? ');
    take(null, 'a question');
    expect(heard).toEqual(['hello']);
    take(0, 'first');
    expect(heard).toEqual(['hello', 'first', 'Your name? ', 'a question']);
  });

  it('goes on after a while without what never comes, however much follows; what comes late is heard then', () => {
    const { heard, take } = begin();
    for (let turn = 1; turn < 20; turn += 1) {
      take(turn, String(turn));
      vi.advanceTimersByTime(60);
    }
    expect(heard).toHaveLength(19);
    take(0, 'late');
    take(20, 'next');
    expect(heard.slice(19)).toEqual(['late', 'next']);
  });

  it('holds a limited number of pieces', () => {
    const { heard, take } = begin();
    for (let turn = 1; turn <= 10_001; turn += 2) take(turn, 'x');
    expect(heard.length).toBeGreaterThan(3900);
  });

  it('has settled when all is heard, or is not waited for any more', async () => {
    const { outputs, take } = begin();
    let settled = 0;
    await outputs.settle(0);
    const first = outputs.settle(2).then(() => (settled += 1));
    take(1, 'b');
    await Promise.resolve();
    expect(settled).toBe(0);
    take(0, 'a');
    await first;
    const lost = outputs.settle(9);
    vi.advanceTimersByTime(1000);
    await lost;
  });
});
