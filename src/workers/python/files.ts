import type { FileNode, FileStream, FileSystem } from './inside';

/** A node's own fields as they were. A folder's contents are copied, since they are changed in place. */
function fieldsOf(node: FileNode): FileNode {
  const { contents } = node;
  return { ...node, ...(contents !== undefined && !ArrayBuffer.isView(contents) && { contents: { ...contents } }) };
}

/** Remembers all files as they are now; returns what puts them back. Bytes are copied only where they are about to be changed. */
export function rememberFiles(files: FileSystem): () => void {
  const { nameTable, streams, currentPath, nextInode } = files;
  const heads = [...nameTable];
  const nodes = new Map<FileNode, FileNode>();
  for (const head of heads) {
    for (let node = head; node !== null && node !== undefined; node = node.name_next) nodes.set(node, fieldsOf(node));
  }
  const descriptors = [...streams];
  const opened = descriptors.filter((stream) => stream !== null && stream !== undefined).map(rememberStream);
  const bytes = new WeakSet(
    [...nodes.values()].map(({ contents }) => contents).filter((contents) => ArrayBuffer.isView(contents)),
  );
  const kinds = new Set(
    [...nodes.keys()].filter(({ contents }) => ArrayBuffer.isView(contents)).map((node) => node.stream_ops),
  );
  for (const kind of kinds) {
    const { write } = kind;
    if (write === undefined) continue;
    kind.write = (stream, ...how) => {
      const { node } = stream;
      if (ArrayBuffer.isView(node.contents) && bytes.has(node.contents)) node.contents = node.contents.slice();
      return write(stream, ...how);
    };
  }
  return () => {
    for (const [node, fields] of nodes) Object.assign(node, fieldsOf(fields));
    nameTable.splice(0, nameTable.length, ...heads);
    streams.splice(0, streams.length, ...descriptors);
    for (const putBack of opened) putBack();
    Object.assign(files, { currentPath, nextInode });
  };
}

/** Remembers what closing, reading and seeking change of an open file. */
function rememberStream(stream: FileStream): () => void {
  const fields = { ...stream };
  const shared = { ...stream.shared };
  return () => {
    Object.assign(stream, fields);
    Object.assign(stream.shared, shared);
  };
}
