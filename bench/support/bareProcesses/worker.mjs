/** @type {Promise<import('pyodide').PyodideInterface> | undefined} */
let started;

self.addEventListener('message', async ({ data }) => {
  const { loadPyodide } = await import(new URL('pyodide/pyodide.mjs', import.meta.url).href);
  started ??= loadPyodide();
  const pyodide = await started;
  self.postMessage(pyodide?.runPython(data));
});
