/**
 * Takes all power from this worker's global scope, before any program runs. A Python program that digs out JavaScript objects (they are
 * Python objects too, and `gc.get_objects()` lists those) may call whatever it reaches. So nothing is left that stores, sends, fetches, starts
 * workers, or makes code of text. Where there is a service worker, the worker's policy (workers/isolation.ts) forbids most of it as well.
 *
 * `postMessage` stays, since the page is to hear from us. A program may speak there in our name, so the page takes nothing that it hears for more
 * than a program's word: it asks the reader about sites (runtime/addresses.ts), and bounds what processes ask for (runtime/pythonProcesses.ts).
 */

/** What the language itself has; its ways to run text are replaced. */
const language = `
  Infinity NaN undefined globalThis isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
  Object Boolean Symbol Error AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError URIError
  Number BigInt Math Date Temporal String RegExp Array Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator
  Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array Float16Array Float32Array Float64Array
  ArrayBuffer SharedArrayBuffer DataView Atomics JSON Promise Proxy Reflect Intl DisposableStack AsyncDisposableStack WebAssembly console
  Function eval
`;

/** What Pyodide, comlink and the kernel's host use of the browser's. */
const browsers = `
  self WorkerGlobalScope DedicatedWorkerGlobalScope location name origin isSecureContext crossOriginIsolated
  performance Performance crypto TextEncoder TextDecoder URL URLSearchParams atob btoa structuredClone reportError
  clearTimeout clearInterval queueMicrotask AbortController AbortSignal DOMException
  Event EventTarget ErrorEvent MessageEvent MessageChannel MessagePort Response postMessage
  addEventListener removeEventListener dispatchEvent onmessage onmessageerror onerror onunhandledrejection onrejectionhandled
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
  const stuck: string[] = [];
  for (let scope: object = self; scope !== EventTarget.prototype && scope !== Object.prototype; scope = Object.getPrototypeOf(scope) as object) {
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
  for (const one of functions) Object.defineProperty(Object.getPrototypeOf(one) as object, 'constructor', { value: refuse, writable: true, configurable: true });
  // What asks whether something is a function looks at the prototype.
  Object.defineProperty(refuse, 'prototype', { value: Function.prototype });
  Object.assign(self, { Function: refuse, eval: refuse });
}

/** The timers of browsers take text as well. */
function functionsOnly(timer: typeof setTimeout): (handler: unknown, ms?: number, ...args: unknown[]) => number {
  return (handler, ms, ...args) => (typeof handler === 'function' ? timer.call(self, () => void Reflect.apply(handler, undefined, args), ms) : refuse());
}
