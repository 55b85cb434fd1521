import react from '@vitejs/plugin-react';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { programs } from '../tools/vite-program.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Every `bench/*.html` is a page; what it measures comes from src/, compiled as for the site. */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  plugins: [programs(), react()],
  worker: { format: 'es' },
  build: {
    outDir: '../.cache/bench',
    emptyOutDir: true,
    target: ['es2023', 'chrome111', 'firefox121', 'safari16.4'],
    reportCompressedSize: false,
    rollupOptions: {
      input: readdirSync(root)
        .filter((file) => file.endsWith('.html'))
        .map((file) => root + file),
    },
  },
});
