import { describe, expect, it } from 'vitest';
import { rememberFiles } from './files';
import type { FileNode, FileStream, FileSystem } from './inside';

type Stream = { readonly node: FileNode };

/** Writes as Emscripten does: into the bytes that are there, where they have room. */
const operations = {
  write({ node }: Stream, text: unknown): number {
    (node.contents as Int8Array).set(new TextEncoder().encode(String(text)));
    return String(text).length;
  },
};

const file = (name: string, text: string): FileNode & { name: string } => ({
  name,
  name_next: null,
  mode: 0o100644,
  stream_ops: operations,
  contents: new Int8Array(new TextEncoder().encode(text)),
});
const textOf = ({ contents }: FileNode): string => new TextDecoder().decode(new Uint8Array(contents as Int8Array));

const opened = (fd: number): FileStream => ({ fd, shared: { position: 0 } });

/** A folder with two files, in one chain. */
function invent() {
  const [a, b] = [file('a', 'one'), file('b', 'two')];
  const folder: FileNode = { name_next: a, mode: 0o40755, stream_ops: {}, contents: { a, b } };
  a.name_next = b;
  const files: FileSystem = {
    nameTable: [undefined, folder],
    streams: [0, 1, 2].map(opened),
    currentPath: '/home',
    nextInode: 4,
  };
  return { files, folder, a, b };
}

describe('rememberFiles', () => {
  it('puts back bytes that were written over, whatever kind of array they lie in', () => {
    const { files, a } = invent();
    const restore = rememberFiles(files);
    a.stream_ops.write?.({ node: a }, 'new');
    expect(textOf(a)).toBe('new');
    restore();
    expect(textOf(a)).toBe('one');
    a.stream_ops.write?.({ node: a }, 'NEW');
    restore();
    expect(textOf(a)).toBe('one');
  });

  it('puts back what was removed, renamed or added, and forgets descriptors', () => {
    const { files, folder, a, b } = invent();
    const restore = rememberFiles(files);
    const contents = folder.contents as Record<string, FileNode>;
    delete contents['b'];
    contents['c'] = a;
    a.name = 'c';
    a.name_next = null;
    files.streams.push(opened(3));
    files.currentPath = '/';
    files.nameTable[0] = file('d', '');
    restore();
    expect(folder.contents).toEqual({ a, b });
    expect([a.name, a.name_next]).toEqual(['a', b]);
    expect(files).toMatchObject({
      nameTable: [undefined, folder],
      streams: [opened(0), opened(1), opened(2)],
      currentPath: '/home',
    });
    expect(files.streams).toHaveLength(3);
  });

  it('opens again what was closed, at the place where it stood', () => {
    const { files } = invent();
    const restore = rememberFiles(files);
    const [input] = files.streams;
    if (input === null || input === undefined) throw new Error('Nothing is open.');
    Object.assign(input, { fd: null });
    Object.assign(input.shared, { position: 9 });
    files.streams[0] = null;
    restore();
    expect(files.streams[0]).toBe(input);
    expect(input).toEqual(opened(0));
  });
});
