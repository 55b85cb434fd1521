self.addEventListener('message', async ({ data }) => {
  const { loadPyodide } = await import(new URL('pyodide/pyodide.mjs', import.meta.url).href);
  const pyodide = await loadPyodide({ stdout: () => self.postMessage('printed') });
  pyodide.runPython(data);
});
