import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { partsForOffline } from './tools/offline-parts.ts';
import { nameOfFirstLoad } from './tools/first-load.ts';
import { lessonText } from './tools/vite-lesson-text.ts';
import { plainImports } from './tools/vite-plain-imports.ts';
import { prerender } from './tools/vite-prerender.ts';
import { programs } from './tools/vite-program.ts';
import { pyodide } from './tools/vite-pyodide.ts';
import { rightAnswers } from './tools/vite-right-answers.ts';

export default defineConfig(({ command, isPreview }) => ({
  // Relative, so that the built site works under any sub-path without being told which.
  base: './',
  // While developing, one page answers for all; the built site has one for each.
  appType: command === 'serve' && isPreview !== true ? 'spa' : 'mpa',
  plugins: [
    plainImports(),
    programs(),
    lessonText(),
    rightAnswers(),
    react({ include: /\.(mdx|tsx)$/ }),
    prerender(),
    pyodide(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/workers',
      filename: 'service-worker.ts',
      injectRegister: false,
      // The prerendered pages must be there before the list of files to keep is made.
      integration: { closeBundleOrder: 'post' },
      // Python weighs more than all the rest: it is kept when it is first wanted.
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,woff2,svg,png,webmanifest}', 'pages/*'],
        globIgnores: ['pages/**/*.map', 'pyodide/**'],
        manifestTransforms: [partsForOffline('dist')],
      },
      devOptions: { enabled: true, type: 'module' },
      manifest: {
        name: 'Timeslice: concurrency in Python, running',
        short_name: 'Timeslice',
        description: 'Threads, processes and asyncio in Python, taught by running them.',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#fbfaf6',
        theme_color: '#fbfaf6',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
    }),
  ],
  worker: { format: 'es' },
  // wouter brings it for the Reacts of old; ours has its own.
  resolve: {
    alias: {
      'use-sync-external-store/shim/index.js': fileURLToPath(
        new URL('tools/use-sync-external-store.ts', import.meta.url),
      ),
    },
  },
  build: {
    target: ['es2023', 'chrome111', 'firefox121', 'safari16.4'],
    manifest: true,
    reportCompressedSize: false,
    // The pages name what they need first; a helper that preloads the rest would weigh more than it saves.
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: nameOfFirstLoad() }] } },
    },
  },
  // Isolated from the start while developing; the built site gets these from its service worker.
  server: { headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' } },
}));
