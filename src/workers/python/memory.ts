import type { Border } from './border';

/** By this name CPython imports the function that it asks for signals. */
const signalImport = '_Py_CheckEmscriptenSignals_Helper';

/** What Pyodide fetches by itself when it starts. */
interface Held {
  /** Where it looks for its files, with a slash at the end. */
  readonly folder: string;
  readonly module: WebAssembly.Module;
  readonly library: Uint8Array<ArrayBuffer>;
  /** Asked for a signal by CPython, in place of Pyodide's own function; null where there are none. */
  readonly takeSignal: WebAssembly.ExportValue | null;
  /** Guards what Python imports. */
  readonly border: Border;
}

/**
 * Answers Pyodide's own two requests with what is here already, until `restore`: it has an option for neither. The WebAssembly is compiled, so
 * that it only needs an instance of its own.
 * @throws from the second, where CPython asks for signals in another way.
 */
export function answerFromMemory({ folder, module, library, takeSignal, border }: Held): { restore(): void } {
  const { instantiateStreaming } = WebAssembly;
  const answers: Readonly<Record<string, () => Response>> = {
    [`${folder}pyodide.asm.wasm`]: () => new Response(),
    [`${folder}python_stdlib.zip`]: () => new Response(library),
  };
  // There is no other `fetch` here: see confine.ts.
  self.fetch = (request) => {
    // oxlint-disable-next-line typescript/no-base-to-string -- Pyodide asks by addresses alone
    const address = String(request);
    const answer = answers[address];
    return answer === undefined
      ? Promise.reject(new TypeError(`Python asked for ${address}.`))
      : Promise.resolve(answer());
  };
  WebAssembly.instantiateStreaming = async (_response, imports = {}) => {
    const env = imports['env'] ?? {};
    border.guard(env);
    if (!(signalImport in env)) throw new Error('This Pyodide asks for signals in another way than expected.');
    if (takeSignal !== null) env[signalImport] = takeSignal;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  return {
    restore() {
      Reflect.deleteProperty(self, 'fetch');
      WebAssembly.instantiateStreaming = instantiateStreaming;
    },
  };
}
