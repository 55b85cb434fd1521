import { fileURLToPath } from 'node:url';

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const sourceFile = (path: string): string =>
  fileURLToPath(new URL(`../src/${path}`, import.meta.url)).replaceAll('\\', '/');
/** Small helpers of the bundler's own, which the entry needs too. */
const helper = /rolldown\/runtime|vite\/preload-helper/;
/** Pages that share parts with lessons. */
const others = ['app/Home.tsx', 'app/PlaygroundPage.tsx', 'app/SchedulerPage.tsx'];

/**
 * Names two chunks, because one file compresses better than its parts: `frame`, what every page needs before it draws (the entry with all that it imports
 * statically, libraries included) and what lessons share with other pages; and `lesson`, what every lesson needs besides.
 */
export function nameOfFirstLoad(): (id: string, graph: Graph) => string | null {
  let chunks: readonly (readonly [name: string, ids: ReadonlySet<string>])[] | null = null;
  return (id, graph) => {
    chunks ??= chunksOf(graph);
    return helper.test(id) ? 'frame' : (chunks.find(([, ids]) => ids.has(id))?.[0] ?? null);
  };
}

function chunksOf(graph: Graph): readonly (readonly [name: string, ids: ReadonlySet<string>])[] {
  const lesson = reach(graph, 'app/LessonPage.tsx');
  const other = others.map((page) => reach(graph, page));
  const shared = [...lesson].filter((id) => other.some((ids) => ids.has(id)));
  return [
    ['frame', new Set([...reach(graph, 'main.tsx'), ...shared])],
    ['lesson', lesson],
  ];
}

/** A source file with all that it imports statically. */
function reach(graph: Graph, path: string): ReadonlySet<string> {
  const found = new Set([sourceFile(path)]);
  for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
