import { describe, expect, it } from 'vitest';
import { functionEnd, lineCount, orders, recording, shownLines, told, turnCount } from './program';
import { sayResult, sayTurn, sayWhy } from './say';
import { playedTo } from './turns';

const [ada, ben] = [1, 2] as const;
const after = (...turns: readonly number[]) => playedTo(recording, told, turns);
const lineOf = (number: number | null): string | undefined =>
  shownLines
    .find((line) => line.number === number)
    ?.html.replace(/<[^<>]*>/g, '')
    .trim();

describe('the program of the first page', () => {
  it('shows eight of its lines', () => {
    expect(shownLines).toHaveLength(8);
    expect(lineCount).toBeGreaterThan(8);
    expect(lineOf(functionEnd)).toBe('counter = seen + 1');
    // What the page says of switches is true of this rule.
    expect(recording.how.granularity).toBe('gil');
  });

  it('begins with both threads at their first line', () => {
    const { turns, players, value, printed } = after();
    expect(turns).toEqual([]);
    expect(players.map(({ name, holds, canGo }) => [name, holds, canGo])).toEqual([
      ['Ada', null, true],
      ['Ben', null, true],
    ]);
    expect(players.map(({ line }) => lineOf(line))).toEqual(['seen = counter', 'seen = counter']);
    expect([value, printed, turnCount]).toEqual(['0', null, 4]);
  });

  it('loses an update where both read first', () => {
    const half = after(ada, ben);
    expect(half.players.map(({ holds, line }) => [holds, lineOf(line)])).toEqual([
      ['0', 'think()'],
      ['0', 'think()'],
    ]);
    const { turns, players, value, printed } = after(ada, ben, ada, ben);
    expect(turns.map((turn) => sayTurn(turn, told))).toEqual([
      'Ada read the counter: seen is 0.',
      'Ben read the counter: seen is 0.',
      'Ada wrote the counter: it is 1 now.',
      'Ben wrote the counter: it is 1 now.',
    ]);
    expect(turns.map(({ from, to }) => [lineOf(from), lineOf(to)])).toEqual([
      ['seen = counter', 'think()'],
      ['seen = counter', 'think()'],
      ['think()', undefined],
      ['think()', undefined],
    ]);
    expect(players.every(({ canGo, line }) => !canGo && line === null)).toBe(true);
    expect([value, printed]).toEqual(['1', '1']);
    expect(sayResult(after(ada, ben, ada, ben), told, orders)).toBe(
      'You lost an update. It is lost in 4 of the 6 orders.',
    );
    expect(sayWhy(turns, told)).toBe('Ben read 0 before Ada wrote 1, and then wrote 1 over it.');
  });

  it('keeps both where one is done before the other begins', () => {
    const played = after(ben, ben, ada, ada);
    expect(sayResult(played, told, orders)).toBe('This order kept both. 4 of the 6 orders lose one.');
    expect(sayWhy(played.turns, told)).toBe('Ada read the counter after Ben had written it.');
  });

  it('knows no third turn of one thread', () => {
    expect(() => after(ada, ada, ada)).toThrow('cannot be taken');
  });
});
