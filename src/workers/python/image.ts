import { forgetFinalizers } from './finalizers';
import { rememberFiles } from './files';
import type { Inside } from './inside';

/** Everything of an interpreter as it was at one moment: its memory, the JavaScript values that it refers to, and its files. */
export interface Image {
  /**
   * Puts all of it back, while no Python runs and none of its stacks will be resumed. False where the interpreter has grown so large that it should be
   * replaced, since memory cannot be given back.
   */
  restore(): boolean;
  /** Whether it has grown so large. */
  outgrown(): boolean;
}

/** An interpreter that has grown by more than this is not worth keeping. */
const mostGrowthBytes = 32 * 1024 * 1024;

/** What lies in WebAssembly's memory is found in pieces of this size; those that hold nothing but zeros are not copied. */
const pieceBytes = 64 * 1024;

interface Piece {
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Copies an interpreter at rest: no Python runs, and no stack is suspended. */
export function takeImage(inside: Inside): Image {
  const length = inside.HEAPU8.length;
  const pieces = piecesOf(inside.HEAPU8);
  const pointer = inside.stackSave();
  const putBackReferences = rememberReferences(inside);
  const putBackFiles = rememberFiles(inside.FS);
  const { freeTableIndexes, wasmTable } = inside;
  const freePlaces = [...freeTableIndexes];
  const tableLength = wasmTable.length;
  const outgrown = (): boolean => inside.HEAPU8.length > length + mostGrowthBytes;
  return {
    outgrown,
    restore() {
      forgetFinalizers();
      if (outgrown()) return false;
      const { HEAPU8 } = inside;
      let end = 0;
      for (const { at, bytes } of pieces) {
        HEAPU8.fill(0, end, at);
        HEAPU8.set(bytes, at);
        end = at + bytes.length;
      }
      HEAPU8.fill(0, end);
      inside.stackRestore(pointer);
      inside.validSuspender.value = false;
      putBackReferences();
      putBackFiles();
      freeTableIndexes.splice(0, freeTableIndexes.length, ...freePlaces);
      for (let place = tableLength; place < wasmTable.length; place += 1) freeTableIndexes.push(place);
      return true;
    },
  };
}

/** All of memory but for what is empty, in order; neighbours are one piece. */
function piecesOf(memory: Uint8Array): readonly Piece[] {
  const pieces: Piece[] = [];
  const words = new Int32Array(memory.buffer, memory.byteOffset, memory.length / Int32Array.BYTES_PER_ELEMENT);
  const isEmpty = (at: number): boolean => {
    const end = (at + pieceBytes) / Int32Array.BYTES_PER_ELEMENT;
    for (let word = at / Int32Array.BYTES_PER_ELEMENT; word < end; word += 1) if (words[word] !== 0) return false;
    return true;
  };
  for (let at = 0; at < memory.length;) {
    if (isEmpty(at)) {
      at += pieceBytes;
      continue;
    }
    let end = at + pieceBytes;
    while (end < memory.length && !isEmpty(end)) end += pieceBytes;
    pieces.push({ at, bytes: new Uint8Array(memory.slice(at, end)) });
    at = end;
  }
  return pieces;
}

/** The tables of JavaScript values. Which of their places are taken stands in memory. */
function rememberReferences(inside: Inside): () => void {
  const { __hiwire_get: get, __hiwire_set: set, __hiwire_delete: remove, __hiwire_immortal_get: getImmortal } = inside;
  const values = allOf(get);
  // One of those that are never let go of is a map in which others are looked up.
  const maps = allOf(getImmortal)
    .filter((value) => value instanceof Map)
    .map((map) => ({ map, entries: [...map] }));
  return () => {
    values.forEach((value, index) => set(index, value));
    for (let index = allOf(get).length - 1; index >= values.length; index -= 1) remove(index);
    for (const { map, entries } of maps) {
      map.clear();
      for (const [key, value] of entries) map.set(key, value);
    }
  };
}

/** The values of a table, which throws beyond its end. */
function allOf(get: (index: number) => unknown): readonly unknown[] {
  const values: unknown[] = [];
  for (;;) {
    try {
      values.push(get(values.length));
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) return values;
      throw error;
    }
  }
}
