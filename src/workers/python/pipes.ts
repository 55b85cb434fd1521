/** How many pages a pipe holds, as on Linux. What does not fit into the page that is begun begins the next, hence small writes go in whole or not at all. */
const mostPages = 16;
const pageBytes = 4096;

/** Error numbers, flags of an open file and of `poll`, as Emscripten has them. */
const again = 6;
const brokenPipe = 64;
const accessMode = 3;
const nonBlocking = 2048;
const poll = { in: 1, out: 4, error: 8, hangUp: 16, readNormal: 64, writeNormal: 256 } as const;

/** An open end of a pipe. Both ends of one share what `pipe` is. */
interface Stream {
  readonly node: { readonly pipe: object };
  readonly stream_ops: StreamOps;
  flags: number;
}

export interface StreamOps {
  read: (stream: Stream, buffer: Bytes, offset: number, length: number) => number;
  write: (stream: Stream, buffer: Bytes, offset: number, length: number) => number;
  poll: (stream: Stream) => number;
  dup: (stream: Stream) => void;
  close: (stream: Stream) => void;
}

/** The parts of Emscripten's file system that this needs. */
export interface FileSystem {
  readonly ErrnoError: new (errno: number) => Error;
  getStream(fd: number): Stream | null | undefined;
}

type Bytes = Int8Array | Uint8Array;

/** A part of what is in a pipe: what lies between `from` and `to` has been written and not yet read. */
interface Page {
  readonly bytes: Uint8Array;
  from: number;
  to: number;
}

/** What is in a pipe, and how many hold its ends. */
interface Content {
  readonly pages: Page[];
  readers: number;
  writers: number;
}

/** The pipes of `os.pipe()`, for src/python/pipes/ospipes.py. Where they would block they fail with EAGAIN, and Python waits for `changes`. */
export interface OsPipes {
  /** Grows whenever something comes into a pipe or goes out of it, and when an end is closed. */
  changes: number;
  isPipe(fd: number): boolean;
  /** Whether that is a descriptor of a pipe that wants its reader or writer to wait. */
  blocks(fd: number): boolean;
  setBlocking(fd: number, blocks: boolean): void;
}

/**
 * Gives Emscripten's pipes what POSIX says of them: an end of the data when all writers have closed, EPIPE when all readers have, and a limit.
 * Emscripten knows none of these. Its operations are one object for all pipes, which is found at `sample`, a descriptor of one.
 */
export function mendPipes(fs: FileSystem, sample: number): OsPipes {
  const operations = fs.getStream(sample)?.stream_ops;
  if (operations === undefined) throw new Error('Emscripten’s pipes are not where they were.');
  const contents = new WeakMap<object, Content>();
  const isPipe = (stream: Stream | null | undefined): stream is Stream => stream?.stream_ops === operations;
  const contentOf = (stream: Stream): Content => {
    const { pipe } = stream.node;
    const content = contents.get(pipe) ?? { pages: [], readers: 1, writers: 1 };
    contents.set(pipe, content);
    return content;
  };
  const writes = (stream: Stream): boolean => (stream.flags & accessMode) === 1;
  const pipes: OsPipes = {
    changes: 0,
    isPipe: (fd) => isPipe(fs.getStream(fd)),
    blocks(fd) {
      const stream = fs.getStream(fd);
      return isPipe(stream) && (stream.flags & nonBlocking) === 0;
    },
    setBlocking(fd, blocks) {
      const stream = fs.getStream(fd);
      if (isPipe(stream)) stream.flags = blocks ? stream.flags & ~nonBlocking : stream.flags | nonBlocking;
    },
  };

  Object.assign(operations, {
    read(stream, buffer, offset, length) {
      const { pages, writers } = contentOf(stream);
      if (length === 0 || (pages.length === 0 && writers === 0)) return 0;
      if (pages.length === 0) throw new fs.ErrnoError(again);
      let done = 0;
      for (let [page] = pages; page !== undefined && done < length; [page] = pages) {
        const taken = page.bytes.subarray(page.from, Math.min(page.to, page.from + length - done));
        buffer.set(taken, offset + done);
        done += taken.length;
        page.from += taken.length;
        if (page.from === page.to) pages.shift();
      }
      pipes.changes++;
      return done;
    },
    write(stream, buffer, offset, length) {
      const { pages, readers } = contentOf(stream);
      if (readers === 0) throw new fs.ErrnoError(brokenPipe);
      if (length === 0) return 0;
      let rest = buffer.subarray(offset, offset + length);
      const last = pages.at(-1);
      if (last !== undefined && last.to + (length % pageBytes) <= pageBytes) {
        last.bytes.set(rest.subarray(0, length % pageBytes), last.to);
        last.to += length % pageBytes;
        rest = rest.subarray(length % pageBytes);
      }
      while (rest.length > 0 && pages.length < mostPages) {
        const bytes = new Uint8Array(pageBytes);
        const to = Math.min(pageBytes, rest.length);
        bytes.set(rest.subarray(0, to));
        pages.push({ bytes, from: 0, to });
        rest = rest.subarray(to);
      }
      const done = length - rest.length;
      if (done === 0) throw new fs.ErrnoError(again);
      pipes.changes++;
      return done;
    },
    poll(stream) {
      const { pages, readers, writers } = contentOf(stream);
      if (writes(stream))
        return (pages.length < mostPages ? poll.out | poll.writeNormal : 0) | (readers === 0 ? poll.error : 0);
      return (pages.length > 0 ? poll.in | poll.readNormal : 0) | (writers === 0 ? poll.hangUp : 0);
    },
    dup(stream) {
      contentOf(stream)[writes(stream) ? 'writers' : 'readers']++;
    },
    close(stream) {
      contentOf(stream)[writes(stream) ? 'writers' : 'readers']--;
      pipes.changes++;
    },
  } satisfies StreamOps);
  return pipes;
}
