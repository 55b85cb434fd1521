import { createReadStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** What the page needs of Pyodide, and what each is served as. Its list of packages is not among them: there are none here. */
const files: Readonly<Record<string, string>> = {
  'pyodide.mjs': 'text/javascript',
  'pyodide.asm.mjs': 'text/javascript',
  'pyodide.asm.wasm': 'application/wasm',
  'python_stdlib.zip': 'application/zip',
};

const folder = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));

/** Puts Python beside the site, in `pyodide/`: a page loads it only when a reader first runs a program. */
export function pyodide(): Plugin {
  let outDir = 'dist';
  let forServer = false;
  return {
    name: 'timeslice:pyodide',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
      forServer = config.build.ssr !== false;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = /^\/(?:.*\/)?pyodide\/([\w.]+)(?:\?|$)/.exec(request.url ?? '')?.[1];
        const type = name === undefined ? undefined : files[name];
        if (name === undefined || type === undefined) {
          next();
          return;
        }
        response.setHeader('Content-Type', type);
        response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
        createReadStream(join(folder, name)).pipe(response);
      });
    },
    async writeBundle() {
      if (forServer) return;
      await mkdir(join(outDir, 'pyodide'), { recursive: true });
      await Promise.all(Object.keys(files).map((name) => copyFile(join(folder, name), join(outDir, 'pyodide', name))));
    },
  };
}
