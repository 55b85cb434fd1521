import { describe, expect, it, vi } from 'vitest';
import { ConsoleLog, type Segment } from './consoleLog';

const out = (text: string, lane = 'main'): Segment => ({ stream: 'stdout', lane, text });
const err = (text: string, lane = 'main'): Segment => ({ stream: 'stderr', lane, text });
const texts = (log: ConsoleLog): readonly string[] =>
  log.lines().map(({ segments }) => segments.map(({ text }) => text).join(''));

describe('ConsoleLog', () => {
  it('puts lines together from pieces, as a terminal does', () => {
    const log = new ConsoleLog();
    log.add([out('a'), out('\n'), out('b')]);
    expect(texts(log)).toEqual(['a', 'b']);
    expect(log.open).toBe(true);
    log.add([out('c\n\nd\n')]);
    expect(texts(log)).toEqual(['a', 'bc', '', 'd']);
    expect(log.open).toBe(false);
    expect(log.text()).toBe('a\nbc\n\nd\n');
  });

  it('knows who wrote which part of a line', () => {
    const log = new ConsoleLog();
    log.add([out('a', 'one'), out('b', 'two'), err('c', 'two'), out('\n', 'one')]);
    expect(log.lines()).toEqual([{ id: 0, segments: [out('a', 'one'), out('b', 'two'), err('c', 'two')] }]);
    expect(log.lanes).toEqual(['one', 'two']);
    log.add([out('Who? ', 'one'), out('How? ', 'two')]);
    expect(log.promptOf('one')).toBe('Who? ');
    expect(log.promptOf('three')).toBe('');
    expect(log.has('stderr')).toBe(true);
  });

  it('writes over a line after a carriage return, but not before an end of line', () => {
    const log = new ConsoleLog();
    log.add([out('1 %\r'), out('2 %'), out('\r\nnext\r\n')]);
    expect(texts(log)).toEqual(['2 %', 'next']);
  });

  it('keeps the last hundreds in view, and all of it as text', () => {
    const log = new ConsoleLog();
    const all = Array.from({ length: 10_000 }, (_, index) => `${index}\n`);
    for (const line of all) log.add([out(line)]);
    expect(log.lines().length).toBeLessThanOrEqual(1001);
    expect(texts(log).at(-1)).toBe('9999');
    expect(log.dropped + log.lines().length).toBe(10_000);
    expect(log.lines()[0]?.id).toBe(log.dropped);
    expect(log.text()).toBe(all.join(''));
  });

  it('breaks lines that no browser could lay out', () => {
    const log = new ConsoleLog();
    log.add([out('x'.repeat(5000)), out('y')]);
    expect(texts(log).map(({ length }) => length)).toEqual([2000, 2000, 1001]);
    expect(log.text()).toHaveLength(5001);
  });

  it('keeps no more of long lines, and of lines that threads write in turns, than a page can show', () => {
    const log = new ConsoleLog();
    for (let line = 0; line < 500; line += 1) log.add([out(`${'x'.repeat(1999)}\n`)]);
    expect(log.lines().length).toBeLessThan(260);
    expect(texts(log).at(-1)).toBe('x'.repeat(1999));
    expect(log.dropped + log.lines().length).toBe(500);
    log.clear();
    for (let turn = 0; turn < 50_000; turn += 1) log.add([out('x', turn % 2 === 0 ? 'one' : 'two')]);
    expect(log.lines().reduce((sum, { segments }) => sum + segments.length, 0)).toBeLessThan(13_000);
  });

  it('passes over what nobody would see, and counts it', () => {
    const log = new ConsoleLog();
    log.add([out('begun'), out(`${'\n'.repeat(3_000_000)}last`)]);
    expect(log.dropped + log.lines().length).toBe(3_000_001);
    expect(log.lines().length).toBeLessThanOrEqual(1002);
    expect(texts(log).at(-1)).toBe('last');
    expect(log.lines().at(-1)?.id).toBe(3_000_000);
  });

  it('ends with the longest output that a page can hold, and says so', () => {
    const log = new ConsoleLog();
    for (let child = 0; child < 60; child += 1)
      log.add([out('x'.repeat(1_000_000), `process-${child}`), out('\n', `process-${child}`)]);
    expect(log.text().length).toBeLessThan(4_100_000);
    expect(texts(log).at(-1)).toBe(
      'The page shows no more output of this run: the program has written over 4,000,000 characters.',
    );
    log.clear();
    log.add([out('again\n')]);
    expect(texts(log)).toEqual(['again']);
  });

  it('lists no more writers than anybody could choose among', () => {
    const log = new ConsoleLog();
    for (let lane = 0; lane < 20_000; lane += 1) log.add([out('x\n', `thread-${lane}`)]);
    expect(log.lanes).toHaveLength(200);
    expect(log.lanes[0]).toBe('thread-0');
  });

  it('tells each change once, and gives the same lines until then', () => {
    const log = new ConsoleLog();
    const listener = vi.fn<() => void>();
    const end = log.subscribe(listener);
    log.add([out('a\n'), out('b\n')]);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(log.lines()).toBe(log.lines());
    end();
    log.clear();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(log.lines()).toEqual([]);
  });
});
