/**
 * Takes all power from this worker's global scope, before any program runs. Three walls stand between a program and the world, and each would do alone:
 * - The border (border.ts): of JavaScript, Python reaches what it was given and nothing else, whatever it digs out of memory. So there is also nothing of JavaScript
 *   that a program could leave behind; what it leaves in Python goes when memory is put back (image.ts).
 * - This here: nothing is left that stores, sends, fetches, starts workers, dispatches events, or makes code of text.
 * - The worker's policy, which it has on every kind of visit (runtime/python/confinedWorkers.ts): it loads Python's scripts and connects to nothing.
 *
 * The door has its port already, which nothing here leads to. Still the page takes nothing that it hears there for more than a program's word: it asks the reader
 * about sites (runtime/python/addresses.ts), and bounds what processes ask for (runtime/python/pythonProcesses.ts).
 */

/** Names of the language itself; its ways to run text are replaced. */
const language = `
  Infinity NaN undefined globalThis isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
  Object Boolean Symbol Error AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError URIError
  Number BigInt Math Date Temporal String RegExp Array Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator
  Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array Float16Array Float32Array Float64Array
  ArrayBuffer SharedArrayBuffer DataView Atomics JSON Promise Proxy Reflect Intl DisposableStack AsyncDisposableStack WebAssembly console
  Function eval
`;

/** Names of the browser's that Pyodide, comlink and the kernel's host use. */
const browsers = `
  self WorkerGlobalScope DedicatedWorkerGlobalScope location name origin isSecureContext crossOriginIsolated
  performance Performance crypto TextEncoder TextDecoder URL URLSearchParams atob btoa structuredClone reportError
  clearTimeout clearInterval queueMicrotask AbortController AbortSignal DOMException
  EventTarget MessageChannel MessagePort Response onerror onunhandledrejection onrejectionhandled
  constructor TEMPORARY PERSISTENT
`;

/** Replaced by some that take functions only. */
const timers = ['setTimeout', 'setInterval'] as const;

const kept: ReadonlySet<string> = new Set(`${language} ${browsers}`.trim().split(/\s+/));

/** Returns the names that this browser would not let go of; there are none in those we know. */
export function confine(): readonly string[] {
  forbidText();
  const { userAgent, hardwareConcurrency, language, onLine } = navigator;
  const put = {
    // The true one leads to storage, locks and devices.
    navigator: Object.freeze({ userAgent, hardwareConcurrency, language, onLine }),
    ...Object.fromEntries(timers.map((name) => [name, functionsOnly(self[name])])),
  };
  Reflect.deleteProperty(URL, 'createObjectURL');
  // Without an object to call them for, these two are the global scope's own.
  for (const name of ['addEventListener', 'dispatchEvent']) Reflect.deleteProperty(EventTarget.prototype, name);
  const stuck: string[] = [];
  for (
    let scope: object = self;
    scope !== EventTarget.prototype && scope !== Object.prototype;
    scope = Object.getPrototypeOf(scope) as object
  ) {
    for (const name of Object.getOwnPropertyNames(scope)) {
      if (!kept.has(name) && !Reflect.deleteProperty(scope, name)) stuck.push(name);
    }
  }
  for (const [name, value] of Object.entries(put)) Object.defineProperty(self, name, { value });
  return stuck;
}

function refuse(): never {
  throw new TypeError('Text is not run as code here.');
}

/** Leaves no way from text to code. Without a service worker there is no policy that would forbid it. */
function forbidText(): void {
  const functions = [refuse, async () => undefined, function* () {}, async function* () {}];
  for (const one of functions)
    Object.defineProperty(Object.getPrototypeOf(one) as object, 'constructor', {
      value: refuse,
      writable: true,
      configurable: true,
    });
  // What asks whether something is a function looks at the prototype.
  Object.defineProperty(refuse, 'prototype', { value: Function.prototype });
  Object.assign(self, { Function: refuse, eval: refuse });
}

/** The timers of browsers take text as well. */
function functionsOnly(timer: typeof setTimeout): (handler: unknown, ms?: number, ...args: unknown[]) => number {
  return (handler, ms, ...args) =>
    typeof handler === 'function' ? timer.call(self, () => void Reflect.apply(handler, undefined, args), ms) : refuse();
}
