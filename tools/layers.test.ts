import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../src/python', import.meta.url));

/**
 * Which package of src/python may import which. A package stands after those that it imports, and what is not named is forbidden, so a new package starts closed.
 * Where a lower layer must call a higher one, it offers a hook: a variable that is None until the higher layer sets it, as `kernel.stop` is.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  pipes: ['kernel'],
  threads: ['kernel', 'pipes'],
  processes: ['kernel', 'pipes', 'threads'],
  network: ['kernel'],
  program: ['kernel', 'threads', 'processes', 'network'],
  scheduled: ['kernel', 'threads', 'program'],
  library: ['kernel', 'network'],
  // They start the kernel as the page does.
  tests: ['kernel', 'pipes', 'threads', 'program'],
  // sitecustomize.py, which Python runs before anything else.
  top: ['threads'],
};

interface Import {
  readonly from: string;
  /** The imported file. */
  readonly to: string;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.py'))
  .sort();

const packageOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : 'top');

/** Every file of ours that a Python file imports, at its top or inside of its functions. */
function importsOf(path: string): readonly Import[] {
  const code = readFileSync(join(root, path), 'utf8').replace(/"""[^]*?"""/g, '""');
  const statements = /^[ \t]*(?:from[ ]+(\.*)([\w.]*)[ ]+import[ ]+(\([^)]*\)|[^\n#]*)|import[ ]+([^\n#]+))/gm;
  const found: string[] = [];
  for (const [, dots = '', module = '', names = '', modules] of code.matchAll(statements)) {
    if (modules !== undefined) {
      for (const name of listed(modules)) if (name.startsWith('timeslice.')) found.push(...fileOf(inRoot(name)));
      continue;
    }
    const folder = dots === '' ? null : dots.split('').slice(1).reduce(dirname, dirname(path));
    if (folder === null && !/^timeslice\b/.test(module)) continue;
    const base = folder === null ? inRoot(module) : join(folder, module.replaceAll('.', '/'));
    for (const name of listed(names)) {
      const inner = fileOf(join(base, name));
      found.push(...(inner.length > 0 ? inner : fileOf(base)));
    }
  }
  return found.map((to) => ({ from: path, to }));
}

/** `timeslice.kernel.trace` as a path in src/python. */
const inRoot = (module: string): string => module.split('.').slice(1).join('/') || '.';

const listed = (names: string): readonly string[] =>
  names
    .replace(/[()]/g, '')
    .split(',')
    .map((name) => name.trim().replace(/ as .*/, ''))
    .filter((name) => name !== '');

const fileOf = (path: string): readonly string[] =>
  [`${path}.py`, join(path, '__init__.py')].filter((file) => existsSync(join(root, file)));

/** The files of a circle of imports that goes through `start`, or null. */
function circleAt(start: string, arrows: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const seen = new Set<string>();
  const paths = [[start]];
  for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
    for (const next of arrows.get(path.at(-1) ?? '') ?? []) {
      if (next === start) return [...path, start];
      if (!seen.has(next)) paths.push([...path, next]);
      seen.add(next);
    }
  }
  return null;
}

const imports = files.flatMap(importsOf);

describe('the layers of src/python', () => {
  it('import only what they may', () => {
    const wrong = imports.flatMap(({ from, to }) => {
      const [own, other] = [packageOf(from), packageOf(to)];
      if (own === other || mayImport[own]?.includes(other)) return [];
      return [
        `${from} imports ${to}, but ${own} may not import ${other}: move what both need to a lower layer, or let ${own} offer a hook that ${other} sets`,
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('have no circles, and no import inside a function that hides one', () => {
    const arrows = new Map(files.map((path) => [path, importsOf(path).map(({ to }) => to)]));
    const circles = files.flatMap((path) => {
      const circle = circleAt(path, arrows);
      return circle === null || path !== [...circle].sort()[0]
        ? []
        : [`${circle.join(' -> ')}: let one of them offer a hook that another sets`];
    });
    expect(circles).toEqual([]);
  });

  it('stand in an order in which each imports only those before it', () => {
    const order = Object.keys(mayImport);
    const up = order.flatMap((layer, at) =>
      (mayImport[layer] ?? []).filter((to) => order.indexOf(to) >= at).map((to) => `${layer} -> ${to}`),
    );
    expect(up).toEqual([]);
  });

  it('are all there, so that the list names no package that is gone', () => {
    expect(Object.keys(mayImport).sort()).toEqual([...new Set(files.map(packageOf))].sort());
  });

  it('are seen: imports at the top, inside of functions, and by full names', () => {
    const arrows = new Set(imports.map(({ from, to }) => `${from} -> ${to}`));
    expect(arrows).toContain('threads/locks.py -> kernel/kernel.py');
    expect(arrows).toContain('processes/processes.py -> processes/interpreters.py');
    expect(arrows).toContain('library/requests/models.py -> network/headers.py');
    expect(arrows).toContain('sitecustomize.py -> threads/install.py');
  });
});
