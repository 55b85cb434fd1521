import type { Plugin } from 'vite';

/** Lets `import()` do no more than fetch a module: the helper that Vite puts around it looks for preloads and styles, of which this site has none. */
export function plainImports(): Plugin {
  return {
    name: 'timeslice:plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined,
  };
}
