import { describe, expect, it } from 'vitest';
import { findCollector } from './collector';
import type { Inside } from './inside';

const stateAt = 64;
const interpreterAt = 200;
const lists = { garbage: 7001, callbacks: 7002 } as const;
const collecting = interpreterAt / 4 + 10;
const stack = { bottom: 1600, top: 2000 } as const;
const head = 1800;
const empty = 1900;
const objects = { first: 800, second: 900 } as const;
const marks = 2;

/** An interpreter's memory in which a collection, if one is under way, has two lists on its stack: one of two objects, and an empty one. */
function inventCollection(isCollecting: boolean) {
  const HEAPU32 = new Uint32Array(600);
  HEAPU32[stateAt / 4 + 2] = interpreterAt;
  HEAPU32.set([isCollecting ? 1 : 0, lists.garbage, lists.callbacks], collecting);
  link(HEAPU32, head, { next: objects.first, previous: objects.second });
  link(HEAPU32, objects.first, { next: objects.second, previous: head | marks });
  link(HEAPU32, objects.second, { next: head, previous: objects.first });
  link(HEAPU32, empty, { next: empty, previous: empty });
  const inside = { HEAPU32, _PyThreadState_Get: () => stateAt, _malloc: () => 1000, _free: () => undefined };
  return { HEAPU32, collector: findCollector(inside as unknown as Inside, lists.garbage, lists.callbacks) };
}

describe('a collection that is suspended', () => {
  it('has the heads of its lists away from the stack until that is back', () => {
    const { HEAPU32, collector } = inventCollection(true);
    const putBack = collector.moveLists(stack.bottom, stack.top);
    HEAPU32.fill(0, stack.bottom / 4, stack.top / 4);
    // Another thread frees the first object.
    link(HEAPU32, 1000, { next: objects.second, previous: objects.second });
    HEAPU32[objects.second / 4 + 1] = 1000;
    expect(HEAPU32[objects.second / 4]).toBe(1000);
    putBack?.();
    expect([...HEAPU32.subarray(head / 4, head / 4 + 2)]).toEqual([objects.second, objects.second]);
    expect([...HEAPU32.subarray(objects.second / 4, objects.second / 4 + 2)]).toEqual([head, head]);
  });

  it('keeps the marks of its objects', () => {
    const { HEAPU32, collector } = inventCollection(true);
    collector.moveLists(stack.bottom, stack.top);
    expect(HEAPU32[objects.first / 4 + 1]).toBe(1000 | marks);
  });

  it('has an empty list again where all its objects were freed meanwhile', () => {
    const { HEAPU32, collector } = inventCollection(true);
    const putBack = collector.moveLists(stack.bottom, stack.top);
    link(HEAPU32, 1000, { next: 1000, previous: 1000 });
    putBack?.();
    expect([...HEAPU32.subarray(head / 4, head / 4 + 2)]).toEqual([head, head]);
  });
});

it('a stack without a collection is left alone', () => {
  const { HEAPU32, collector } = inventCollection(false);
  expect(collector.moveLists(stack.bottom, stack.top)).toBeNull();
  expect(HEAPU32[objects.second / 4]).toBe(head);
});

it('a collector that is not laid out as expected is refused', () => {
  const { HEAPU32 } = inventCollection(false);
  const inside = { HEAPU32, _PyThreadState_Get: () => stateAt };
  expect(() => findCollector(inside as unknown as Inside, 1, 2)).toThrow('not laid out');
});

function link(
  memory: Uint32Array,
  at: number,
  { next, previous }: { readonly next: number; readonly previous: number },
): void {
  memory[at / 4] = next;
  memory[at / 4 + 1] = previous;
}
