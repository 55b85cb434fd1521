import { describe, expect, it } from 'vitest';
import { mostPipes, mostProcesses, pipeBytes } from './layout';
import { brokenPipe, firstProcess, makeProcessBuffer, noRoom, notYet, ProcessMemory } from './memory';

/** The program's own process and a child of it, in one memory, and whom they ring. */
function twoProcesses(): { readonly parent: ProcessMemory; readonly child: ProcessMemory; readonly slot: number; readonly rung: number[] } {
  const rung: number[] = [];
  const buffer = makeProcessBuffer(false);
  const parent = new ProcessMemory(buffer, firstProcess, (slot) => rung.push(slot));
  const slot = parent.newProcess();
  return { parent, child: new ProcessMemory(buffer, slot, (other) => rung.push(other)), slot, rung };
}

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const text = (read: ReturnType<ProcessMemory['read']>): string => (read === notYet ? 'not yet' : String.fromCharCode(...(read as Uint8Array)));

describe('a pipe', () => {
  it('hands over what was written, in order, and rings who asked to be rung', () => {
    const { parent, child, slot, rung } = twoProcesses();
    const pipe = parent.newPipe();
    parent.openEnd(pipe, 'readers', slot);
    expect(text(child.read(pipe, 10, true))).toBe('not yet');
    expect(parent.write(pipe, bytes('hello'), false)).toBe(5);
    expect(rung).toEqual([slot]);
    expect(text(child.read(pipe, 3, false)) + text(child.read(pipe, 10, false))).toBe('hello');
    parent.write(pipe, bytes('!'), false);
    expect(rung, 'once is enough: nobody asked again').toEqual([slot]);
  });

  it('is left free by whoever asks for nonsense', () => {
    const { parent } = twoProcesses();
    const pipe = parent.newPipe();
    expect(() => parent.read(pipe, -5, false)).toThrow(RangeError);
    expect(() => parent.write(pipe, 'text' as never, false)).toThrow(TypeError);
    expect(parent.write(pipe, bytes('!'), false)).toBe(1);
    expect(text(parent.read(pipe, 5, false))).toBe('!');
  });

  it('holds so much, goes round, and takes small messages whole or not at all', () => {
    const { parent } = twoProcesses();
    const pipe = parent.newPipe();
    expect(parent.write(pipe, new Uint8Array(pipeBytes + 5).fill(7), false)).toBe(pipeBytes);
    expect(parent.write(pipe, bytes('x'), false)).toBe(notYet);
    expect((parent.read(pipe, 3, false) as Uint8Array).length).toBe(3);
    expect(parent.write(pipe, bytes('four'), false)).toBe(notYet);
    expect(parent.write(pipe, bytes('two'), false)).toBe(3);
    const rest = parent.read(pipe, pipeBytes, false) as Uint8Array;
    expect([rest.length, text(rest.slice(-3))]).toEqual([pipeBytes, 'two']);
  });

  it('ends when nobody can write any more, and breaks when nobody can read', () => {
    const { parent, child, slot, rung } = twoProcesses();
    const pipe = parent.newPipe();
    parent.openEnd(pipe, 'writers', slot);
    parent.closeEnd(pipe, 'writers');
    child.write(pipe, bytes('last'), false);
    expect(parent.readable(pipe, true)).toBe(true);
    child.closeEnd(pipe, 'writers');
    expect(rung).toEqual([firstProcess]);
    expect([text(parent.read(pipe, 9, false)), text(parent.read(pipe, 9, false))]).toEqual(['last', '']);
    const other = parent.newPipe();
    parent.closeEnd(other, 'readers');
    expect(parent.write(other, bytes('x'), false)).toBe(brokenPipe);
  });

  it('is there again when all have closed it', () => {
    const { parent } = twoProcesses();
    const pipes = Array.from({ length: mostPipes }, () => parent.newPipe());
    expect(new Set(pipes).size).toBe(mostPipes);
    expect(parent.newPipe()).toBe(noRoom);
    parent.write(5, bytes('left over'), false);
    parent.closeEnd(5, 'readers');
    expect(parent.newPipe()).toBe(noRoom);
    parent.closeEnd(5, 'writers');
    expect(parent.newPipe()).toBe(5);
    expect(parent.readable(5, false)).toBe(false);
  });
});

describe('a semaphore', () => {
  it('counts down to zero and up to its most', () => {
    const { parent, child, slot, rung } = twoProcesses();
    const semaphore = parent.newSemaphore(1, 2);
    parent.openSemaphore(semaphore, slot);
    expect([parent.take(semaphore, false), child.take(semaphore, true)]).toEqual([true, false]);
    expect([parent.give(semaphore), parent.give(semaphore), parent.give(semaphore)]).toEqual([true, true, false]);
    expect(rung).toEqual([slot]);
    expect(child.value(semaphore)).toBe(2);
  });
});

describe('a process', () => {
  it('has a number of its own, an exit code, and is buried by its parent', () => {
    const { parent, child, slot, rung } = twoProcesses();
    expect([parent.pid(firstProcess), parent.pid(slot)]).toEqual([42, 43]);
    expect(parent.exitCode(slot, true)).toBeUndefined();
    child.end(slot, 3);
    parent.end(slot, -9);
    expect([parent.exitCode(slot, false), rung]).toEqual([3, [firstProcess]]);
    expect(parent.pid(slot)).toBe(43);
    parent.bury(slot);
    expect(parent.pid(slot), 'nobody has that number any more').toBe(0);
    expect([parent.newProcess(), parent.pid(slot)]).toEqual([slot, 44]);
    parent.bury(slot);
    expect(parent.pid(slot), 'it lives').toBe(44);
  });

  it('closes what it had open when it ends, and lets go of a pipe it was about to use', () => {
    const { parent, child, slot, rung } = twoProcesses();
    const pipe = parent.newPipe();
    parent.openEnd(pipe, 'writers', slot);
    parent.closeEnd(pipe, 'writers');
    parent.read(pipe, 1, true);
    const semaphore = child.newSemaphore(1, 1);
    parent.end(slot, -9);
    expect(rung).toEqual([firstProcess]);
    expect(text(parent.read(pipe, 1, false))).toBe('');
    expect(parent.newSemaphore(1, 1)).toBe(semaphore);
  });

  it('leaves children that nobody has to bury', () => {
    const { parent, child, slot } = twoProcesses();
    const grandchild = child.newProcess();
    parent.end(slot, 0);
    parent.bury(slot);
    parent.end(grandchild, 0);
    expect([parent.newProcess(), parent.newProcess()]).toEqual([slot, grandchild]);
  });

  it('is refused when there are too many', () => {
    const { parent } = twoProcesses();
    for (let more = 2; more < mostProcesses; more += 1) expect(parent.newProcess()).toBe(more);
    expect(parent.newProcess()).toBe(noRoom);
  });
});

describe('memory in common', () => {
  it('is given out once, and is what was written', () => {
    const { parent, child } = twoProcesses();
    const [one, other] = [parent.allocate(3), child.allocate(8)];
    parent.poke(one, bytes('abc'));
    expect([text(child.peek(one, 3)), [...child.peek(other, 8)]]).toEqual(['abc', [0, 0, 0, 0, 0, 0, 0, 0]]);
    expect(parent.allocate(2 ** 30)).toBe(noRoom);
    expect(parent.allocate(8)).toBeGreaterThan(other);
  });
});
