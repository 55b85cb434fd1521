import { fileURLToPath } from 'node:url';

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const entry = fileURLToPath(new URL('../src/main.tsx', import.meta.url)).replaceAll('\\', '/');
/** Small helpers of the bundler's own, which the entry needs too. */
const helper = /rolldown\/runtime|vite\/preload-helper/;

/** Names the chunk of what every page needs before it draws: the entry with all that it imports statically, libraries included. One file compresses better than its parts. */
export function nameOfFirstLoad(): (id: string, graph: Graph) => string | null {
  let needed: Set<string> | null = null;
  return (id, graph) => {
    needed ??= reach(graph);
    return needed.has(id) || helper.test(id) ? 'frame' : null;
  };
}

function reach(graph: Graph): Set<string> {
  const found = new Set([entry]);
  for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
