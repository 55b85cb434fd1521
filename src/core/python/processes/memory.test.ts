import { describe, expect, it } from 'vitest';
import { heapBytes, mostPipes, mostProcesses, pipeBytes } from './layout';
import { brokenPipe, nameTaken, noRoom, notYet, refused, unknown } from './answers';
import { firstProcess, makeProcessBuffer, ProcessMemory } from './memory';

/** The program's own process and a child of it, in one memory, and whom they ring. */
function twoProcesses(): {
  readonly parent: ProcessMemory;
  readonly child: ProcessMemory;
  readonly slot: number;
  readonly rung: number[];
} {
  const rung: number[] = [];
  const buffer = makeProcessBuffer(false);
  const parent = new ProcessMemory(buffer, firstProcess, (slot) => rung.push(slot));
  const slot = parent.newProcess();
  return { parent, child: new ProcessMemory(buffer, slot, (other) => rung.push(other)), slot, rung };
}

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const text = (read: ReturnType<ProcessMemory['read']>): string =>
  read === undefined ? 'a signal' : read === notYet ? 'not yet' : String.fromCharCode(...read);

describe('a process', () => {
  it('says which signals it takes itself, and the next process in its place takes none', () => {
    const { parent, child, slot } = twoProcesses();
    child.takeSignals((1 << 15) | (1 << 31), 1);
    expect([15, 31, 32, 2, 33].map((signal) => parent.takesSignal(slot, signal))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    parent.end(slot, parent.pid(slot), 0);
    parent.bury(slot, parent.pid(slot));
    expect(parent.newProcess()).toBe(slot);
    expect(parent.takesSignal(slot, 15)).toBe(false);
  });
});

describe('a signal', () => {
  it('comes to a process that takes it before what is written and given after it', () => {
    const { parent, child, slot, rung } = twoProcesses();
    const pid = parent.pid(slot);
    const pipe = parent.newPipe();
    parent.openEnd(pipe, 'readers', slot);
    const semaphore = parent.newSemaphore(0, 1);
    parent.openSemaphore(semaphore, slot);
    child.takeSignals((1 << 15) | (1 << 31), 1 << 31);
    expect([2, 15, 31, 63, 15].map((signal) => parent.sendSignal(slot, pid, signal))).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
    expect(rung).toEqual([slot, slot, slot, slot]);
    expect([text(child.read(pipe, 5, false)), child.take(semaphore, false)]).toEqual(['not yet', false]);
    parent.write(pipe, bytes('after'), false);
    parent.give(semaphore);
    for (const signal of [15, 31, 63]) {
      expect([text(child.read(pipe, 5, false)), child.take(semaphore, false)]).toEqual(['a signal', undefined]);
      expect(child.takeSignal()).toBe(signal);
    }
    expect([child.takeSignal(), text(child.read(pipe, 5, false)), child.take(semaphore, false)]).toEqual([
      0,
      'after',
      true,
    ]);
  });

  it('comes before the end of a pipe, and not to the next process in that place', () => {
    const { parent, child, slot } = twoProcesses();
    const pipe = parent.newPipe();
    parent.openEnd(pipe, 'readers', slot);
    child.takeSignals(1 << 15, 0);
    parent.sendSignal(slot, 43, 15);
    parent.closeEnd(pipe, 'writers');
    expect(text(child.read(pipe, 5, false))).toBe('a signal');
    expect(parent.sendSignal(slot, 44, 15), 'another process').toBe(false);
    parent.end(slot, 43, -9);
    parent.bury(slot, 43);
    expect(parent.newProcess()).toBe(slot);
    expect(new ProcessMemory(parent.buffer, slot).takeSignal()).toBe(0);
  });
});

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

  it('is left free by a caller that asks for nonsense', () => {
    const { parent } = twoProcesses();
    const pipe = parent.newPipe();
    expect(() => parent.read(pipe, -5, false)).toThrow(RangeError);
    expect(() => parent.write(pipe, 'text' as never, false)).toThrow(TypeError);
    expect(parent.write(pipe, bytes('!'), false)).toBe(1);
    expect(text(parent.read(pipe, 5, false))).toBe('!');
  });

  it('holds a limited number of bytes, goes round, and takes small messages whole or not at all', () => {
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
    expect(parent.exitCode(slot, 43, true)).toBeUndefined();
    child.end(slot, 43, 3);
    parent.end(slot, 43, -9);
    expect([parent.exitCode(slot, 43, false), rung]).toEqual([3, [firstProcess]]);
    expect(parent.pid(slot)).toBe(43);
    parent.bury(slot, 43);
    expect(parent.pid(slot), 'nobody has that number any more').toBe(0);
    expect([parent.newProcess(), parent.pid(slot)]).toEqual([slot, 44]);
    parent.bury(slot, 44);
    expect(parent.pid(slot), 'it lives').toBe(44);
  });

  it('closes what it had open when it ends, and lets go of a pipe it was about to use', () => {
    const { parent, child, slot, rung } = twoProcesses();
    const pipe = parent.newPipe();
    parent.openEnd(pipe, 'writers', slot);
    parent.closeEnd(pipe, 'writers');
    parent.read(pipe, 1, true);
    const semaphore = child.newSemaphore(1, 1);
    parent.end(slot, 43, -9);
    expect(rung).toEqual([firstProcess]);
    expect(text(parent.read(pipe, 1, false))).toBe('');
    expect(parent.newSemaphore(1, 1)).toBe(semaphore);
  });

  it('leaves children that nobody has to bury', () => {
    const { parent, child, slot } = twoProcesses();
    const grandchild = child.newProcess();
    parent.end(slot, 43, 0);
    parent.bury(slot, 43);
    parent.end(grandchild, 44, 0);
    expect([parent.newProcess(), parent.newProcess()]).toEqual([slot, grandchild]);
  });

  it('has nothing to do with the one that had its place before', () => {
    const { parent, child, slot, rung } = twoProcesses();
    const kept = child.newPipe();
    child.end(slot, 43, 0);
    parent.bury(slot, 43);
    expect(parent.newProcess()).toBe(slot);
    const stranger = new ProcessMemory(parent.buffer, slot, (other) => rung.push(other));
    const pipe = stranger.newPipe();
    expect(pipe).toBe(kept);
    child.closeEnd(pipe, 'readers');
    child.end(slot, 43, -9);
    parent.end(slot, 43, -9);
    parent.bury(slot, 43);
    expect(() => child.write(pipe, bytes('x'), false)).toThrow('has ended');
    expect(stranger.write(pipe, bytes('y'), false)).toBe(1);
    expect([parent.exitCode(slot, 44, false), parent.exitCode(slot, 43, true)]).toEqual([undefined, 255]);
    expect([parent.slotOf(44), parent.slotOf(43), parent.slotOf(0)]).toEqual([slot, unknown, unknown]);
  });

  it('does not end with the one that had its place before, although the page is still at the end of that one', () => {
    const buffer = makeProcessBuffer(false);
    const parent = new ProcessMemory(buffer, firstProcess);
    const slot = parent.newProcess();
    const child = new ProcessMemory(buffer, slot);
    const others: number[] = [];
    // The page is held up in the middle of marking the end: the child ends by itself, and its parent starts another.
    const page = new ProcessMemory(buffer, firstProcess, () => {
      if (others.length > 0) return;
      child.end(slot, 43, 3);
      expect(parent.exitCode(slot, 43, false)).toBe(3);
      parent.bury(slot, 43);
      const other = parent.newProcess();
      others.push(other);
      parent.openEnd(kept, 'readers', other);
      parent.closeEnd(kept, 'readers');
    });
    const rings = parent.newPipe();
    const kept = parent.newPipe();
    parent.openEnd(rings, 'writers', slot);
    parent.closeEnd(rings, 'writers');
    parent.readable(rings, true);
    page.end(slot, 43, -15);
    expect(others).toEqual([slot + 1]);
    expect([parent.exitCode(slot + 1, 44, false), parent.pid(slot + 1)]).toEqual([undefined, 44]);
    expect(parent.write(kept, bytes('x'), false)).toBe(1);
    expect(parent.exitCode(slot, 43, false)).toBe(255);
    expect(parent.newProcess()).toBe(slot);
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
    parent.pokeNumber(one, 'q', -(2n ** 40n));
    parent.pokeNumber(other, 'b', -2);
    expect([child.peekNumber(one, 'q'), child.peekNumber(other, 'b'), child.peekNumber(other, 'B')]).toEqual([
      -(2n ** 40n),
      -2,
      254,
    ]);
    for (const place of [-1, heapBytes - 3]) expect(() => parent.pokeNumber(place, 'i', 7)).toThrow(RangeError);
    expect(parent.allocate(2 ** 30)).toBe(noRoom);
    expect(parent.allocate(8)).toBeGreaterThan(other);
  });
});

/** What a listener heard: the pipes of one that connected. */
const heard = (memory: ProcessMemory, pipe: number): readonly number[] => [
  ...new Int32Array((memory.read(pipe, 8, false) as Uint8Array).buffer),
];

describe('a listener', () => {
  it('is found by its name, and connected by a pipe in each direction', () => {
    const { parent, child } = twoProcesses();
    expect(child.connect('/tmp/socket')).toBe(unknown);
    const queue = parent.listen('/tmp/socket');
    expect(parent.listen('/tmp/socket')).toBe(nameTaken);
    const connected = child.connect('/tmp/socket');
    const [reads, writes] = heard(parent, queue) as [number, number];
    expect(connected).toBe(writes * mostPipes + reads);
    child.write(reads, bytes('to'), false);
    parent.write(writes, bytes('fro'), false);
    expect([text(parent.read(reads, 9, false)), text(child.read(writes, 9, false))]).toEqual(['to', 'fro']);
    child.closeEnd(reads, 'writers');
    expect(text(parent.read(reads, 9, false)), 'the end, when the other closes').toBe('');
    parent.stopListening(queue);
    expect(child.connect('/tmp/socket')).toBe(unknown);
  });

  it('that dies refuses, and leaves its name to another', () => {
    const { parent, child, slot } = twoProcesses();
    child.listen('/tmp/socket');
    const connected = parent.connect('/tmp/socket');
    parent.end(slot, 43, -9);
    expect(text(parent.read(Math.floor(connected / mostPipes), 9, false))).toBe('');
    expect(parent.connect('/tmp/socket')).toBe(refused);
    expect(parent.listen('/tmp/socket')).toBeGreaterThanOrEqual(0);
    expect(parent.connect('/tmp/socket')).toBeGreaterThanOrEqual(0);
  });

  it('gives back every pipe of those that come and go', () => {
    const { parent, child } = twoProcesses();
    const queue = parent.listen('a');
    for (let turn = 0; turn < 3 * mostPipes; turn += 1) {
      const connected = child.connect('a');
      expect(connected).toBeGreaterThanOrEqual(0);
      const [reads, writes] = heard(parent, queue) as [number, number];
      for (const memory of [parent, child]) {
        memory.closeEnd(memory === parent ? reads : writes, 'readers');
        memory.closeEnd(memory === parent ? writes : reads, 'writers');
      }
    }
  });
});

function newBlock(memory: ProcessMemory, name: string, size: number): number {
  const block = memory.createBlock(name);
  expect(memory.sizeBlock(block, size)).toBe(true);
  return block;
}

describe('a block of shared memory', () => {
  it('is found by its name, is zero, and goes when nobody has it open', () => {
    const { parent, child } = twoProcesses();
    const block = newBlock(parent, 'psm_1', 100);
    expect(child.createBlock('psm_1')).toBe(nameTaken);
    expect([child.openBlock('psm_1'), child.openBlock('psm_2'), child.blockSize(block)]).toEqual([block, unknown, 100]);
    const place = parent.blockPlace(block);
    parent.poke(place, bytes('abc'));
    expect([parent.unlinkBlock('psm_1'), parent.unlinkBlock('psm_1'), child.openBlock('psm_1')]).toEqual([
      true,
      false,
      unknown,
    ]);
    parent.closeBlock(block);
    expect(text(child.peek(place, 3)), 'the child has it open').toBe('abc');
    expect(parent.blockPlace(newBlock(parent, 'psm_2', 8))).not.toBe(place);
    child.closeBlock(block);
    const again = newBlock(parent, 'psm_3', 64);
    expect([parent.blockPlace(again), text(parent.peek(place, 3))]).toEqual([place, '\0\0\0']);
  });

  it('has room between others, and none beyond the end', () => {
    const { parent } = twoProcesses();
    const [one, two, three] = ['a', 'b', 'c'].map((name) => newBlock(parent, name, 2 ** 23));
    const place = parent.blockPlace(two as number);
    expect(parent.sizeBlock(parent.createBlock('e'), 2 ** 25)).toBe(false);
    parent.unlinkBlock('b');
    parent.closeBlock(two as number);
    expect(parent.blockPlace(newBlock(parent, 'd', 2 ** 22))).toBe(place);
    expect([one, three].map((block) => parent.blockSize(block as number))).toEqual([2 ** 23, 2 ** 23]);
  });

  it('is closed by the end of its process', () => {
    const { parent, child, slot } = twoProcesses();
    const place = child.blockPlace(newBlock(child, 'a', 8));
    child.unlinkBlock('a');
    parent.end(slot, 43, 0);
    expect(parent.blockPlace(newBlock(parent, 'b', 8))).toBe(place);
  });
});
