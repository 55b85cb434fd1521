import type { PyodideInterface } from 'pyodide';

/** What Pyodide keeps of a stack that is suspended. */
export interface StackState {
  readonly start: number;
  readonly stop: number;
  readonly _copy: Uint8Array;
}

/** The parts of Pyodide's inside that the kernel's host needs; all of them belong to the pinned version. */
export interface Inside {
  readonly StackState?: { readonly prototype: { restore(this: StackState): number } };
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly HEAPU32: Uint32Array;
  readonly FS: FileSystem;
  /** Whether the running stack can be suspended. */
  readonly validSuspender: { value: boolean };
  /** Places of the table of functions that C code may have for its callbacks. */
  readonly freeTableIndexes: number[];
  readonly wasmTable: WebAssembly.Table;
  stackSave(): number;
  stackRestore(pointer: number): void;
  _PyThreadState_Get(): number;
  _PyThreadState_GetDict(): number;
  _PyThread_get_thread_ident(): number;
  _Py_DecRef(object: number): void;
  _malloc(bytes: number): number;
  _free(address: number): void;
  _PyUnstable_ThreadState_SetStackProtection(state: number, start: number, bytes: number): number;
  /** The JavaScript value at a place of the table to which C code refers; throws beyond its end. */
  __hiwire_get(index: number): unknown;
  __hiwire_set(index: number, value: unknown): number;
  __hiwire_delete(index: number): void;
  /** The JavaScript value at a place of the table of values that are never let go of; throws beyond its end. */
  __hiwire_immortal_get(index: number): unknown;
}

/** A file, folder, link or device of Emscripten's file system in memory. */
export interface FileNode {
  name_next: FileNode | null | undefined;
  readonly mode: number;
  /** A folder's nodes by name, or a file's bytes, of which `usedBytes` count. */
  contents?: Record<string, FileNode> | Uint8Array | Int8Array;
  readonly stream_ops: { write?: WriteFile };
}

type WriteFile = (stream: { readonly node: FileNode }, ...how: readonly unknown[]) => number;

/** An open file. */
export interface FileStream {
  /** Null once it is closed. */
  fd: number | null;
  /** Its flags and the position in it, which its duplicates have in common. */
  readonly shared: object;
}

/** Emscripten's file system, as far as it changes. */
export interface FileSystem {
  /** Chains of nodes, by a hash of their names. */
  nameTable: (FileNode | null | undefined)[];
  /** By descriptor. */
  streams: (FileStream | null | undefined)[];
  currentPath: string;
  nextInode: number;
}

/** Pyodide's inside. */
export function insideOf(pyodide: PyodideInterface): Inside {
  const { _module: inside } = pyodide as unknown as { readonly _module: Inside };
  return inside;
}
