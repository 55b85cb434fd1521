import { parseSync } from 'oxc-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

const core = [
  'core/base',
  'core/trace',
  'core/timeline',
  'core/experiment',
  'core/engines',
  'core/schedule',
  'core/python',
];

/** Who may import whom: what is not named is forbidden, so a new room starts closed. A room stands after those that it imports, hence no circles. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'core/base': [],
  'core/trace': ['core/base'],
  'core/timeline': ['core/base', 'core/trace'],
  'core/experiment': ['core/base', 'core/trace'],
  'core/engines': ['core/base', 'core/trace', 'core/experiment'],
  'core/schedule': ['core/base'],
  'core/python': ['core/base', 'core/trace', 'core/engines', 'core/schedule'],
  styles: [],
  ui: [],
  storage: core,
  workers: core,
  runtime: core,
  'runtime/engines': [...core, 'runtime'],
  // The one worker that is bundled by name, since its text goes into a frame with a policy of its own.
  'runtime/python': [...core, 'runtime', 'workers'],
  'runtime/schedules': [...core, 'runtime', 'runtime/python'],
  lab: [...core, 'runtime', 'ui'],
  'lab/timeline': [...core, 'ui'],
  'lab/workbench': [...core, 'storage', 'ui', 'lab'],
  'lab/scheduler/explain': core,
  'lab/scheduler/recordings': [...core, 'lab'],
  'lab/scheduler/opening': [...core, 'lab/workbench'],
  'lab/scheduler/regression': [...core, 'ui', 'lab/scheduler/explain'],
  'lab/scheduler/step': [
    ...core,
    'runtime/schedules',
    'storage',
    'ui',
    'lab/workbench',
    'lab/scheduler/explain',
    'lab/scheduler/recordings',
    'lab/scheduler/regression',
  ],
  'lab/scheduler/explore': [
    ...core,
    'runtime/schedules',
    'ui',
    'lab',
    'lab/workbench',
    'lab/scheduler/explain',
    'lab/scheduler/regression',
    'lab/scheduler/step',
  ],
  'lab/scheduler/puzzle': [
    ...core,
    'runtime/schedules',
    'storage',
    'ui',
    'lab',
    'lab/workbench',
    'lab/scheduler/explain',
    'lab/scheduler/step',
    'lab/scheduler/explore',
  ],
  'lab/scheduler': [
    ...core,
    'storage',
    'ui',
    'lab',
    'lab/workbench',
    'lab/scheduler/explain',
    'lab/scheduler/step',
    'lab/scheduler/explore',
    'lab/scheduler/puzzle',
  ],
  'lab/safety': [
    ...core,
    'runtime/schedules',
    'storage',
    'ui',
    'lab',
    'lab/workbench',
    'lab/scheduler/explore',
    'lab/scheduler',
  ],
  'lab/program': [
    ...core,
    'runtime',
    'runtime/engines',
    'runtime/python',
    'ui',
    'lab',
    'lab/timeline',
    'lab/workbench',
    'lab/safety',
    'storage',
  ],
  'lab/playground': [...core, 'ui', 'lab/workbench', 'lab/safety', 'lab/program'],
  'lab/experiment': [
    ...core,
    'runtime',
    'runtime/engines',
    'storage',
    'ui',
    'lab',
    'lab/timeline',
    'lab/workbench',
    'lab/program',
  ],
  'lab/incident': [...core, 'storage', 'ui', 'lab', 'lab/workbench', 'lab/scheduler/puzzle', 'lab/program'],
  lessons: [
    ...core,
    'ui',
    'lab/workbench',
    'lab/program',
    'lab/incident',
    'lab/playground',
    'lab/scheduler/puzzle',
    'lab/scheduler',
    'lab/experiment',
  ],
  app: [
    ...core,
    'storage',
    'ui',
    'lab',
    'lab/experiment',
    'lab/playground',
    'lab/scheduler',
    'lab/scheduler/opening',
    'lessons',
  ],
  src: ['app', 'core/python', 'lessons', 'storage', 'styles', 'ui'],
};
/** What a test that runs in Node may import besides: what the build does to a file is tested where the file is used. */
const nodeTestsMayImport = ['tools'];

/** The room of a file: the innermost folder that the list names, else the folder in `src`; `src` for what lies beside the rooms. */
function roomOf(path: string): string {
  const [first = '', ...folders] = path.split('/').slice(0, -1);
  if (first !== 'src') return first;
  for (let depth = folders.length; depth > 0; depth -= 1) {
    const room = folders.slice(0, depth).join('/');
    if (room in mayImport) return room;
  }
  return folders[0] ?? 'src';
}

const noCode = /\.(py|svg|woff2|json)(\?.*)?$/;

/** Every file that a file imports, by path from the root, also late and for its types. */
function importsOf(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const given = path.endsWith('.mdx')
    ? [...text.matchAll(/^import .* from '(\.[^']+)';$/gm)].map((match) => match[1] ?? '')
    : specifiersIn(path, text);
  return given
    .filter((specifier) => specifier.startsWith('.') && !noCode.test(specifier))
    .map((specifier) => relative(root, join(root, dirname(path), specifier.replace(/\?.*$/, ''))));
}

function specifiersIn(path: string, text: string): readonly string[] {
  const { module } = parseSync(path, text);
  const late = module.dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
  );
  const again = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value])),
  );
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...late, ...again];
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.(ts|tsx|mdx)$/.test(path));

describe('rooms', () => {
  it('import only what they may', () => {
    const wrong = files.flatMap((path) => {
      const room = roomOf(path);
      const allowed = mayImport[room];
      if (allowed === undefined) return [`${path}: the room ${room} is not in the list of tools/rooms.test.ts`];
      const also = path.endsWith('.node.test.ts') ? nodeTestsMayImport : [];
      return importsOf(path)
        .map((target) => ({ target, to: roomOf(`${target}${target.includes('.') ? '' : '.ts'}`) }))
        .filter(({ to }) => to !== room && !allowed.includes(to) && !also.includes(to))
        .map(({ target, to }) => `${path} imports ${target}, but ${room} may not import ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  it('have no circles', () => {
    const order = Object.keys(mayImport);
    const up = order.flatMap((room, at) =>
      (mayImport[room] ?? []).filter((to) => order.indexOf(to) >= at).map((to) => `${room} -> ${to}`),
    );
    // `src` and `app` stand last, and name what stands before them.
    expect(up).toEqual([]);
  });

  it('are all there, so that the list names no room that is gone', () => {
    const there = new Set(files.map(roomOf));
    there.add('styles');
    expect(Object.keys(mayImport).filter((room) => !there.has(room))).toEqual([]);
  });
});
