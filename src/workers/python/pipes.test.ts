import { describe, expect, it } from 'vitest';
import { mendPipes, type FileSystem, type StreamOps } from './pipes';

class ErrnoError extends Error {
  constructor(readonly errno: number) {
    super();
  }
}
const again = 6;
const brokenPipe = 64;

/** A file system with one pipe, whose ends are 3 and 4. */
function onePipe() {
  const node = { pipe: {} };
  const operations = {} as StreamOps;
  const reader = { node, stream_ops: operations, flags: 0 };
  const writer = { node, stream_ops: operations, flags: 1 };
  const fs: FileSystem = { ErrnoError, getStream: (fd) => ({ 3: reader, 4: writer })[fd] };
  const pipes = mendPipes(fs, 3);
  const failure = (action: () => unknown): number | null => {
    try {
      action();
      return null;
    } catch (error) {
      return (error as ErrnoError).errno;
    }
  };
  const write = (bytes: number): number => operations.write(writer, new Uint8Array(bytes).fill(7), 0, bytes);
  const read = (bytes: number): number => operations.read(reader, new Uint8Array(bytes), 0, bytes);
  return { pipes, operations, reader, writer, write, read, failure };
}

describe('a pipe', () => {
  it('gives what was written, in order, and tells of each change', () => {
    const { pipes, operations, reader, writer } = onePipe();
    const sent = Uint8Array.from({ length: 10_000 }, (_, index) => index % 251);
    expect(operations.write(writer, sent, 0, sent.length)).toBe(sent.length);
    expect(operations.write(writer, sent, 5, 10)).toBe(10);
    expect(pipes.changes).toBe(2);
    const received = new Uint8Array(12_000);
    expect(operations.read(reader, received, 0, 4)).toBe(4);
    expect(operations.read(reader, received, 4, 11_000)).toBe(10_006);
    expect(received.subarray(0, 10_010)).toEqual(Uint8Array.from([...sent, ...sent.subarray(5, 15)]));
  });

  it('fails where it would block: when nothing is in it, and when it is full', () => {
    const { write, read, failure } = onePipe();
    expect(failure(() => read(1))).toBe(again);
    expect(write(70_000)).toBe(65_536);
    expect(failure(() => write(1))).toBe(again);
    expect(read(4096)).toBe(4096);
    expect(write(5000)).toBe(4096);
  });

  it('fills up in pages, as on Linux', () => {
    const { write, failure } = onePipe();
    let total = 0;
    while (failure(() => (total += write(1000))) === null);
    expect(total).toBe(64_000);
  });

  it('ends with its last writer, and breaks with its last reader', () => {
    const { operations, reader, writer, write, read, failure } = onePipe();
    operations.dup(writer);
    operations.close(writer);
    expect(failure(() => read(1))).toBe(again);
    write(3);
    operations.close(writer);
    expect(operations.poll(reader) & 16).toBe(16);
    expect([read(9), read(9)]).toEqual([3, 0]);
    operations.close(reader);
    expect(failure(() => write(1))).toBe(brokenPipe);
    expect(operations.poll(writer) & 8).toBe(8);
  });

  it('blocks until it is told not to', () => {
    const { pipes } = onePipe();
    expect([pipes.blocks(3), pipes.blocks(5)]).toEqual([true, false]);
    pipes.setBlocking(3, false);
    expect(pipes.blocks(3)).toBe(false);
    pipes.setBlocking(3, true);
    expect(pipes.blocks(3)).toBe(true);
  });
});
