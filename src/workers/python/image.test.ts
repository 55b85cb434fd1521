import { describe, expect, it } from 'vitest';
import { watchFinalizers } from './finalizers';
import { takeImage } from './image';
import type { Inside } from './inside';

const piece = 64 * 1024;

/** The inside of an interpreter: four pieces of memory, of which the second holds something, and tables that throw beyond their ends. */
function invent() {
  const memory = new Uint8Array(4 * piece);
  memory.set([1, 2, 3], piece + 5);
  const values: unknown[] = [null, 'host'];
  const map = new Map<unknown, unknown>([['host', 1]]);
  const immortal: unknown[] = [null, map];
  const at = (table: unknown[]) => (index: number) => {
    if (index >= table.length) throw new WebAssembly.RuntimeError('table index is out of bounds');
    return table[index];
  };
  const inside = {
    HEAPU8: memory,
    FS: { nameTable: [], streams: [], currentPath: '/', nextInode: 1 },
    validSuspender: { value: false },
    freeTableIndexes: [7],
    wasmTable: { length: 10 },
    pointer: 500,
    stackSave: () => inside.pointer,
    stackRestore: (pointer: number) => void (inside.pointer = pointer),
    __hiwire_get: at(values),
    __hiwire_set: (index: number, value: unknown) => Number((values[index] = value) !== value),
    __hiwire_delete: (index: number) => void (values[index] = null),
    __hiwire_immortal_get: at(immortal),
  };
  return { inside, image: takeImage(inside as unknown as Inside), values, map };
}

/** Far quicker than comparing them as arrays. */
const areSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

describe('an image', () => {
  it('puts memory back, and empties what was empty or has been added', () => {
    const { inside, image } = invent();
    const before = inside.HEAPU8.slice();
    inside.HEAPU8.fill(9);
    expect(image.restore()).toBe(true);
    expect(areSame(inside.HEAPU8, before)).toBe(true);
    const grown = new Uint8Array(6 * piece).fill(9);
    inside.HEAPU8 = grown;
    expect(image.restore()).toBe(true);
    expect(areSame(grown.subarray(0, before.length), before)).toBe(true);
    expect(grown.subarray(before.length).every((byte) => byte === 0)).toBe(true);
  });

  it('puts back the stack, the references to JavaScript, and the places for callbacks', () => {
    const { inside, image, values, map } = invent();
    inside.pointer = 400;
    inside.validSuspender.value = true;
    values[1] = 'another';
    values.push('new');
    map.set('new', 2);
    inside.freeTableIndexes.pop();
    inside.wasmTable.length = 12;
    image.restore();
    expect([inside.pointer, inside.validSuspender.value]).toEqual([500, false]);
    expect(values).toEqual([null, 'host', null]);
    expect([...map]).toEqual([['host', 1]]);
    expect(inside.freeTableIndexes).toEqual([7, 10, 11]);
  });

  it('says when memory has grown too large to be kept', () => {
    const { inside, image } = invent();
    inside.HEAPU8 = new Uint8Array(40 * 1024 * 1024);
    expect(image.restore()).toBe(false);
  });
});

describe('finalizers', () => {
  it('are the browser’s own again when Python has started', () => {
    const before = globalThis.FinalizationRegistry;
    const unwatch = watchFinalizers();
    expect(globalThis.FinalizationRegistry).not.toBe(before);
    unwatch();
    expect(globalThis.FinalizationRegistry).toBe(before);
  });
});
