import { describe, expect, it } from 'vitest';
import { Border, methodsOf } from './border';

type Import = (...args: readonly unknown[]) => unknown;

/** Functions such as Pyodide's WebAssembly imports, with their signatures, and what they were last called with. */
function inventImports() {
  const calls: unknown[][] = [];
  const imported = (sig: string, does: Import = () => undefined): Import =>
    Object.assign(
      (...args: unknown[]) => {
        calls.push(args);
        return does(...args);
      },
      { sig },
    );
  const read: Import = (value, key) => (value as Record<string, unknown>)[key as string];
  const imports = {
    JsProxy_GetAttr_js: imported('eei', read),
    JsProxy_SetAttr_js: imported('ieie', (value, key, to) => Object.assign(value as object, { [key as string]: to })),
    JsProxy_subscript_js: imported('eee', (value, key) => (value as Map<unknown, unknown>).get(key)),
    JsvFunction_CallBound: imported('eeee', (call, _, args) => (call as Import)(...(args as unknown[]))),
    JsvObject_toString: imported('ee', (value) => Object.prototype.toString.call(value)),
    JsvFunction_NewInThisVersion: imported('eei'),
    js2python_js: imported('ie'),
    fd_write: imported('iippp'),
    ffi_call_js: imported('viiii'),
  } satisfies Record<string, Import>;
  return { imports, calls };
}

class Thing {
  hidden = 'the way out';
  value = 1;
  add(more: number): number {
    this.value += more;
    return this.value;
  }
  destroy(): void {
    this.value = 0;
  }
}

describe('the border between Python and JavaScript', () => {
  it('lets everything pass until it is closed', () => {
    const { imports } = inventImports();
    const border = new Border();
    border.guard(imports);
    expect(imports.JsProxy_GetAttr_js(new Thing(), 'hidden')).toBe('the way out');
  });

  it('then lets Python read and call what it was given, and nothing that this leads to', () => {
    const { imports } = inventImports();
    const border = new Border();
    border.guard(imports);
    const thing = new Thing();
    const face = border.face(thing, ['add'], { now: () => thing.value });
    border.close();
    const read = imports.JsProxy_GetAttr_js;
    const add = read(face, 'add') as Import;
    expect(imports.JsvFunction_CallBound(add, face, [2])).toBe(3);
    expect(read(face, 'now')).toBe(3);
    expect(['hidden', 'destroy', 'constructor', '__proto__'].map((name) => read(face, name))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['constructor', 'call', 'name'].map((name) => read(add, name))).toEqual([undefined, undefined, undefined]);
    expect(() => imports.JsvFunction_CallBound(() => 'called', null, [])).toThrow(TypeError);
    expect(() => imports.JsProxy_SetAttr_js(face, 'add', null)).toThrow(TypeError);
    expect(() => imports.JsProxy_subscript_js(new Map(), 1)).toThrow(TypeError);
    expect(imports.JsProxy_subscript_js(border.indexed(new Map([[1, 'one']])), 1)).toBe('one');
  });

  it('guards every import that takes JavaScript values, also those that nobody has thought of', () => {
    const { imports, calls } = inventImports();
    const border = new Border();
    border.guard(imports);
    border.close();
    const secret = { secret: true };
    for (const one of ['JsvFunction_NewInThisVersion', 'js2python_js'] as const) imports[one](secret, 7);
    imports.fd_write(1, 2, 3, 4);
    expect(calls).toEqual([
      [{}, 7],
      [secret, 7],
      [1, 2, 3, 4],
    ]);
    expect(calls[0]?.[0]).not.toBe(secret);
  });

  it('tells what an exception says, and keeps what Python notes at it to itself', () => {
    const { imports } = inventImports();
    const border = new Border();
    border.guard(imports);
    border.close();
    const error = new TypeError('no');
    imports.JsProxy_SetAttr_js(error, '__traceback__', 1);
    expect(error).not.toHaveProperty('__traceback__');
    expect(imports.JsvObject_toString(error)).toBe('[object Error]');
    expect(imports.JsvObject_toString([])).toBe('[object Object]');
  });

  it('knows when Python has called C code by itself', () => {
    const { imports } = inventImports();
    const border = new Border();
    border.guard(imports);
    imports.ffi_call_js(1, 2, 3, 4);
    expect(border.crossed).toBe(false);
    border.close();
    imports.ffi_call_js(1, 2, 3, 4);
    expect(border.crossed).toBe(true);
  });

  it('finds the methods of a class', () => {
    expect(methodsOf(new Thing())).toEqual(['add', 'destroy']);
  });
});
