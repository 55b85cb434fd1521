/** @type {Promise<import('pyodide').PyodideInterface> | null} */
let python = null;
/** @type {string[]} */
let printed = [];

self.addEventListener('message', async ({ data }) => {
  const { loadPyodide } = await import(new URL('../bare/pyodide/pyodide.mjs', import.meta.url).href);
  python ??= loadPyodide({ stdout: (/** @type {string} */ line) => printed.push(line) });
  const pyodide = /** @type {import('pyodide').PyodideInterface} */ (await python);
  printed = [];
  pyodide.runPython(data, { globals: pyodide.toPy({ __name__: '__main__' }) });
  self.postMessage(printed.join('\n'));
});
