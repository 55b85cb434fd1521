import type { loadPyodide, PyodideInterface } from 'pyodide';
import consoleSource from '../../python/console.py?raw';
import eventLoopSource from '../../python/eventloop.py?raw';
import packageSource from '../../python/__init__.py?raw';
import installSource from '../../python/install.py?raw';
import kernelSource from '../../python/kernel.py?raw';
import locksSource from '../../python/locks.py?raw';
import programSource from '../../python/program.py?raw';
import siteSource from '../../python/sitecustomize.py?raw';
import threadLocalSource from '../../python/threadlocal.py?raw';
import traceSource from '../../python/trace.py?raw';
import watchSource from '../../python/watch.py?raw';

/** A Python function as JavaScript holds it. */
export interface PyFunction<A extends readonly unknown[], R> {
  (...args: A): R;
  /** Calls it on a stack of its own, on which it can be suspended. */
  callPromising(...args: A): Promise<R>;
}

const kernelFiles: Readonly<Record<string, string>> = {
  '__init__.py': packageSource,
  'console.py': consoleSource,
  'eventloop.py': eventLoopSource,
  'install.py': installSource,
  'kernel.py': kernelSource,
  'locks.py': locksSource,
  'program.py': programSource,
  'threadlocal.py': threadLocalSource,
  'trace.py': traceSource,
  'watch.py': watchSource,
};

/** Starts Python with the kernel under its standard library. `folder` holds Pyodide's files. */
export async function startInterpreter(folder: string): Promise<PyodideInterface> {
  const module = (await import(/* @vite-ignore */ `${folder}pyodide.mjs`)) as { loadPyodide: typeof loadPyodide };
  return module.loadPyodide({
    indexURL: folder,
    // There are no packages to load, so there is no list of them to fetch.
    lockFileContents: { info: { arch: 'wasm32', abi_version: '2026_0', platform: '', python: '3.14.2', version: '314.0.7' }, packages: {} },
    fsInit: (fs, { sitePackages }) => {
      fs.mkdirTree(`${sitePackages}/timeslice`);
      for (const [name, source] of Object.entries(kernelFiles)) fs.writeFile(`${sitePackages}/timeslice/${name}`, source);
      fs.writeFile(`${sitePackages}/sitecustomize.py`, siteSource);
      return Promise.resolve();
    },
  });
}
