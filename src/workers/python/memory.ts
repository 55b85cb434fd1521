/** What Pyodide fetches by itself when it starts. */
interface Held {
  /** Where it looks for its files, with a slash at the end. */
  readonly folder: string;
  readonly module: WebAssembly.Module;
  readonly library: Uint8Array<ArrayBuffer>;
}

/**
 * Answers Pyodide's own two requests with what is here already, until `restore`: it has an option for neither. The WebAssembly is compiled, so
 * that it only needs an instance of its own.
 */
export function answerFromMemory({ folder, module, library }: Held): { restore(): void } {
  const { instantiateStreaming } = WebAssembly;
  const answers: Readonly<Record<string, () => Response>> = {
    [`${folder}pyodide.asm.wasm`]: () => new Response(),
    [`${folder}python_stdlib.zip`]: () => new Response(library),
  };
  // There is no other `fetch` here: see confine.ts.
  self.fetch = (request) => {
    const address = String(request);
    const answer = answers[address];
    return answer === undefined ? Promise.reject(new TypeError(`Python asked for ${address}.`)) : Promise.resolve(answer());
  };
  WebAssembly.instantiateStreaming = async (_response, imports) => ({ module, instance: await WebAssembly.instantiate(module, imports) });
  return {
    restore() {
      Reflect.deleteProperty(self, 'fetch');
      WebAssembly.instantiateStreaming = instantiateStreaming;
    },
  };
}
