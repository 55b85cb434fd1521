import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PyodideInterface } from 'pyodide';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The kernel's files: the package `timeslice` and `sitecustomize.py`. */
export const pythonSources = join(root, 'src/python');
/** What lies beside the packages and does not travel: tests, and stubs for the type checker. */
const notShipped = ['tests', 'typings'];
/** The packages that programs import by their own names, like `requests`. */
const librarySources = join(pythonSources, 'library');
const script = join(root, 'tools/python-library.py');
const cache = join(root, '.cache/python');
/** As in src/workers/python/interpreter.ts. */
const kernelPath = '/lib/timeslice.zip';
const bridgePath = '/lib/bridge.zip';

/** Pyodide's folder in node_modules. */
export const pyodideFolder = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));

type Bytes = Uint8Array<ArrayBuffer>;

/** Everything Python that the page loads, as ZIP files. */
export interface Archives {
  /** The standard library. */
  readonly library: Bytes;
  /** Pyodide's own packages. */
  readonly bridge: Bytes;
  /** What is in src/python. */
  readonly kernel: Bytes;
}

/** Made in some seconds, and kept in `.cache/` until a source changes. */
export async function makeArchives(): Promise<Archives> {
  const sources = await readSources();
  const [maker, given] = await Promise.all([
    readFile(script, 'utf8'),
    readFile(join(pyodideFolder, 'python_stdlib.zip')),
  ]);
  let python: Promise<PyodideInterface> | null = null;
  const make = async (call: string, argument: unknown): Promise<Bytes> => {
    python ??= startPython(maker);
    const pyodide = await python;
    pyodide.globals.set('argument', pyodide.toPy(argument));
    const made = pyodide.runPython(call) as { toJs(): Bytes };
    return made.toJs();
  };
  return {
    library: await kept('library', [maker, given], () => make('make_library()', null)),
    bridge: await kept('bridge', [maker, given], () => make('make_bridge(argument)', bridgePath)),
    kernel: await kept('kernel', [maker, given, JSON.stringify(sources)], () =>
      make('make_archive(argument[0], argument[1])', [kernelPath, sources]),
    ),
  };
}

async function startPython(maker: string): Promise<PyodideInterface> {
  const { loadPyodide } = await import('pyodide');
  // Without a fixed seed one source would not always compile to equal bytes.
  const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: '0' } });
  pyodide.runPython(maker);
  return pyodide;
}

/** The files as Python is to find them: `timeslice/kernel/kernel.py`, `sitecustomize.py`, `requests/__init__.py`. */
async function readSources(): Promise<Readonly<Record<string, string>>> {
  const found: [string, string][] = [];
  for (const name of await readdir(pythonSources, { recursive: true })) {
    if (!name.endsWith('.py') || ['library', ...notShipped].some((folder) => name.startsWith(`${folder}${sep}`)))
      continue;
    found.push([name === 'sitecustomize.py' ? name : `timeslice/${name}`, join(pythonSources, name)]);
  }
  for (const name of await readdir(librarySources, { recursive: true }).catch(() => [])) {
    if (name.endsWith('.py')) found.push([name, join(librarySources, name)]);
  }
  return Object.fromEntries(
    await Promise.all(
      found.map(async ([name, path]) => [name.split(sep).join('/'), await readFile(path, 'utf8')] as const),
    ),
  );
}

/** What was made before of equal sources (Python's own library is among them), or what `make` makes of them now. */
async function kept(
  name: string,
  sources: readonly (string | Uint8Array)[],
  make: () => Promise<Bytes>,
): Promise<Bytes> {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(source).update('\0');
  const path = join(cache, `${name}-${hash.digest('hex').slice(0, 16)}.zip`);
  const before = await readFile(path).catch(() => null);
  if (before !== null) return new Uint8Array(before);
  const made = await make();
  await mkdir(cache, { recursive: true });
  // Builds may go on beside each other.
  const part = `${path}.${process.pid}`;
  await writeFile(part, made);
  await rename(part, path);
  return made;
}
