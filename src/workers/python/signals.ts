/**
 * CPython asks for signals at every fiftieth jump, and at every `str()` and `repr()`. Asking JavaScript takes it longer than making a short string, so it asks
 * WebAssembly, which also takes a signal away in the moment in which it reads it: none that comes meanwhile is lost. As text:
 *
 *     (module
 *       (import "page" "memory" (memory 1 1 shared))
 *       (func (export "take") (result i32)
 *         (if (i32.eqz (i32.atomic.load (i32.const 0))) (then (return (i32.const 0))))
 *         (i32.atomic.rmw.xchg (i32.const 0) (i32.const 0))))
 */
const code = [
  // Magic number and version.
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00,
  // Types: () -> i32.
  0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7f,
  // Imports: page.memory, shared, of one page.
  0x02, 0x11, 0x01, 0x04, 0x70, 0x61, 0x67, 0x65, 0x06, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 0x02, 0x03, 0x01, 0x01,
  // Functions: one of that type.
  0x03, 0x02, 0x01, 0x00,
  // Exports: take.
  0x07, 0x08, 0x01, 0x04, 0x74, 0x61, 0x6b, 0x65, 0x00, 0x00,
  // Code.
  0x0a, 0x19, 0x01, 0x17, 0x00,
  // i32.const 0, i32.atomic.load, i32.eqz, if
  0x41, 0x00, 0xfe, 0x10, 0x02, 0x00, 0x45, 0x04, 0x40,
  // i32.const 0, return, end
  0x41, 0x00, 0x0f, 0x0b,
  // i32.const 0, i32.const 0, i32.atomic.rmw.xchg, end
  0x41, 0x00, 0x41, 0x00, 0xfe, 0x41, 0x02, 0x00, 0x0b,
];

/** A function that takes the signal from the first cell of `memory`, which is shared and of one page: its number, or 0. */
export function signalTaker(memory: WebAssembly.Memory): WebAssembly.ExportValue {
  const { take } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(code)), { page: { memory } }).exports;
  if (take === undefined) throw new Error('The module has no such function.');
  return take;
}
