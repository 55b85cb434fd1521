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
};

/** What Pyodide keeps of a stack that is suspended; see `freshStack`. */
interface StackStates {
  readonly StackState?: { readonly prototype: { restore(this: StackMark): number } };
  stackSave(): number;
}
interface StackMark {
  readonly start: number;
  readonly stop: number;
  readonly _copy: Uint8Array;
}

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

/**
 * A function that saves all suspended stacks aside and makes the next begin where the first one did. Pyodide puts each new
 * stack below the others, which is full after some 200; with this, threads are bounded by memory. Call it while no Python runs.
 */
export function stackFreshener(pyodide: PyodideInterface): () => void {
  const { _module: states } = pyodide as unknown as { readonly _module: StackStates };
  const restore = states.StackState?.prototype.restore;
  if (restore === undefined) return () => undefined;
  const top = states.stackSave();
  return () => {
    restore.call({ start: top, stop: top, _copy: new Uint8Array(0) });
  };
}
