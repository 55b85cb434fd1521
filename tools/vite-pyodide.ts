import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { pythonFolder, type PythonFile, type PythonFileList } from '../src/core/python/python.ts';
import { makeArchives, pyodideFolder, pythonSources } from './python-library.ts';

interface Made {
  readonly list: PythonFileList;
  readonly bytes: ReadonlyMap<PythonFile, Uint8Array>;
}

const hashedDigits = 8;

/** All that Python needs, with names that hold a part of their hash. Pyodide's list of packages is not among it: there are none here. */
async function makeFiles(): Promise<Made> {
  const bytes = new Map<PythonFile, Uint8Array>();
  const file = (name: string, type: string, content: Uint8Array): PythonFile => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const made: PythonFile = {
      name: name.replace(/\.\w+$/, (extension) => `-${sha256.slice(0, hashedDigits)}${extension}`),
      type,
      bytes: content.length,
      sha256,
    };
    bytes.set(made, content);
    return made;
  };
  const ofPyodide = async (name: string, type: string): Promise<PythonFile> =>
    file(name, type, await readFile(join(pyodideFolder, name)));
  const { library, bridge, kernel } = await makeArchives();
  const list = {
    loader: await ofPyodide('pyodide.mjs', 'text/javascript'),
    glue: await ofPyodide('pyodide.asm.mjs', 'text/javascript'),
    module: await ofPyodide('pyodide.asm.wasm', 'application/wasm'),
    library: file('python_stdlib.zip', 'application/zip', library),
    bridge: file('bridge.zip', 'application/zip', bridge),
    kernel: file('kernel.zip', 'application/zip', kernel),
  };
  return { list, bytes };
}

/**
 * Puts Python beside the site, in `pyodide/`, and tells the page what it is called there (`import.meta.env.PYTHON_FILES`) and which one it is (`PYTHON_VERSION`): a page loads it
 * only when a reader first runs a program.
 */
export function pyodide(): Plugin {
  let outDir = 'dist';
  let forServer = false;
  let made: Promise<Made> | null = null;
  const files = (): Promise<Made> => (made ??= makeFiles());
  return {
    name: 'timeslice:pyodide',
    async config() {
      const { list } = await files();
      const { info } = JSON.parse(await readFile(join(pyodideFolder, 'pyodide-lock.json'), 'utf8')) as {
        readonly info: { readonly python: string };
      };
      return {
        define: {
          'import.meta.env.PYTHON_FILES': JSON.stringify(list),
          'import.meta.env.PYTHON_VERSION': JSON.stringify(info.python),
        },
      };
    },
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
      forServer = config.build.ssr !== false;
    },
    configureServer(server) {
      server.watcher.add(pythonSources);
      server.watcher.on('change', (path) => {
        // Their names change with them.
        if (path.startsWith(pythonSources)) void server.restart();
      });
      server.middlewares.use((request, response, next) => {
        const name = new RegExp(`^/(?:.*/)?${pythonFolder}([\\w.-]+)(?:\\?|$)`).exec(request.url ?? '')?.[1];
        if (name === undefined) {
          next();
          return;
        }
        files().then(({ bytes }) => {
          const [file, content] = [...bytes].find(([file]) => file.name === name) ?? [];
          if (file === undefined) {
            next();
            return;
          }
          response.setHeader('Content-Type', file.type);
          response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
          response.end(content);
        }, next);
      });
    },
    async writeBundle() {
      if (forServer) return;
      const folder = join(outDir, pythonFolder);
      await mkdir(folder, { recursive: true });
      for (const [{ name }, content] of (await files()).bytes) await writeFile(join(folder, name), content);
    },
  };
}
