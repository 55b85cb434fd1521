import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { pyodide } from '../../tools/vite-pyodide.ts';

/** Builds the page that holds one Python (page/main.ts), for checks and benches of the kernel without the site around it. */
export default defineConfig({
  root: fileURLToPath(new URL('page', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [pyodide()],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('../../.cache/python-page', import.meta.url)),
    emptyOutDir: true,
    target: ['es2023', 'chrome111', 'firefox121', 'safari16.4'],
    reportCompressedSize: false,
    modulePreload: false,
  },
});
