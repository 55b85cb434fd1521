import type { loadPyodide as LoadPyodide, PyodideInterface } from 'pyodide';
import { info } from 'pyodide/pyodide-lock.json';
import { cellsIn, pythonFolder, type PythonBoot, type PythonScripts } from '../../core/python/python';
import type { Border } from './border';
import { confine } from './confine';
import { watchFinalizers } from './finalizers';
import { answerFromMemory } from './memory';
import { signalTaker } from './signals';

/** A Python function as JavaScript holds it. */
export interface PyFunction<A extends readonly unknown[], R> {
  (...args: A): R;
  /** Calls it on a stack of its own, on which it can be suspended. */
  callPromising(...args: A): Promise<R>;
}

/** A Python function that takes its arguments by name: the fields of `A`, as Python spells them. */
export interface PyNamedFunction<A extends object, R> {
  callKwargs(args: A): R;
  /** Calls it on a stack of its own, on which it can be suspended. */
  callPromisingKwargs(args: A): Promise<R>;
}

/** Pyodide's scripts, imported. */
export interface ImportedScripts {
  readonly loadPyodide: typeof LoadPyodide;
  readonly createModule: CreateModule;
}
type CreateModule = NonNullable<NonNullable<Parameters<typeof LoadPyodide>[0]>['createPyodideModule']>;

/** Where Pyodide believes its files to be; what it asks for there is answered from memory. */
const nowhere = 'https://python.invalid/';
/** Beside the standard library, and searched before it. The kernel takes the bridge away once it has what it needs of it. */
const kernelPath = '/lib/timeslice.zip';
const bridgePath = '/lib/bridge.zip';

/** Where this site keeps Python: beside the folder in which this script lies, or while developing at the root. */
const pythonAddress = new URL((/\/assets\/[^/]+$/.test(import.meta.url) ? '../' : '/') + pythonFolder, import.meta.url)
  .href;

/** A script of Python's own; whatever else a message names is not run. */
function ownScript(address: string): string {
  const { href } = new URL(address);
  if (!href.startsWith(pythonAddress)) throw new Error('That is no script of this site’s Python.');
  return href;
}

/** Imports Pyodide's two scripts. Afterwards this worker's global scope has no power any more. */
export async function importScripts({ loader, glue }: PythonScripts): Promise<ImportedScripts> {
  const [{ loadPyodide }, { default: createModule }] = await Promise.all([
    import(/* @vite-ignore */ ownScript(loader)) as Promise<{ loadPyodide: typeof LoadPyodide }>,
    import(/* @vite-ignore */ ownScript(glue)) as Promise<{ default: CreateModule }>,
  ]);
  confine();
  return { loadPyodide, createModule };
}

/** An interpreter that has started, and a snapshot of it to start others from, if it was not started from one. */
export interface StartedInterpreter {
  readonly pyodide: PyodideInterface;
  readonly cells: Int32Array | null;
  readonly snapshot: Uint8Array<ArrayBuffer> | null;
}

/**
 * Starts Python with the kernel under its standard library, from a snapshot in a fraction of the time. It asks nothing of the network, and looks for signals in the
 * cells, where there are any.
 */
export async function startInterpreter(
  scripts: ImportedScripts,
  border: Border,
  { module, library, bridge, kernel, snapshot, ...given }: PythonBoot,
): Promise<StartedInterpreter> {
  const memory = given.memory as WebAssembly.Memory | null;
  const cells = memory === null ? null : cellsIn(memory.buffer);
  const network = answerFromMemory({
    folder: nowhere,
    module,
    library,
    takeSignal: memory === null ? null : signalTaker(memory),
    border,
  });
  const unwatch = watchFinalizers();
  try {
    const pyodide = await scripts.loadPyodide({
      indexURL: nowhere,
      createPyodideModule: scripts.createModule,
      // There are no packages to load, so there is no list of them to fetch.
      lockFileContents: { info: { ...info, arch: 'wasm32', version: '' }, packages: {} },
      // Without a random seed for hashes, sets of strings have one order wherever a schedule is replayed.
      env: { PYTHONPATH: `${kernelPath}:${bridgePath}`, PYTHONHASHSEED: '0' },
      // Python's module `js` is this, and not the worker's global scope.
      jsglobals: {},
      fsInit: (fs) => {
        fs.writeFile(kernelPath, kernel);
        fs.writeFile(bridgePath, bridge);
        return Promise.resolve();
      },
      ...(snapshot === null
        ? { _makeSnapshot: true } // Pyodide cannot read it where it is shared.
        : { _loadSnapshot: snapshot.slice() }),
    });
    let made: Uint8Array<ArrayBuffer> | null = null;
    if (snapshot === null) {
      const load = pyodide.pyimport('timeslice.scheduled.boot.load') as PyFunction<[], void> & { destroy(): void };
      load();
      load.destroy();
      made = (pyodide as unknown as { makeMemorySnapshot(): Uint8Array<ArrayBuffer> }).makeMemorySnapshot();
    }
    // Beyond this buffer, which nobody reads now, it says that there may be signals.
    if (cells !== null) pyodide.setInterruptBuffer(new Uint8Array(cells.buffer, 0, 1));
    return { pyodide, cells, snapshot: made };
  } finally {
    network.restore();
    unwatch();
  }
}
