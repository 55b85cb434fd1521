import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse } from 'scslre';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
);

interface Expression {
  readonly place: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Regular expressions that are made while the page runs, of patterns that are the site's own. */
const madeAtRunTime = ['src/lessons/expectation.ts'];

/** All regular expressions of a file, and whether it makes others while it runs. */
function expressionsIn(file: string): { readonly expressions: readonly Expression[]; readonly makes: boolean } {
  const text = readFileSync(join(root, file), 'utf8');
  const expressions: Expression[] = [];
  let makes = false;
  const isMaker = (callee: { readonly type: string; readonly name?: unknown }): boolean =>
    callee.type === 'Identifier' && callee.name === 'RegExp';
  new Visitor({
    Literal(node) {
      if ('regex' in node)
        expressions.push({ place: `${file}:${text.slice(0, node.start).split('\n').length}`, ...node.regex });
    },
    NewExpression: (node) => void (makes ||= isMaker(node.callee)),
    CallExpression: (node) => void (makes ||= isMaker(node.callee)),
  }).visit(parseSync(file, text).program);
  return { expressions, makes };
}

/** Those that take more than linear time for some text. */
function slow(expressions: readonly Expression[]): readonly string[] {
  return expressions
    .filter(({ pattern, flags }) => analyse({ source: pattern, flags }, { maxReports: 1 }).reports.length > 0)
    .map(({ place, pattern, flags }) => `${place}: /${pattern}/${flags}`);
}

describe('regular expressions', () => {
  const found = files.map((name) => ({ file: `src/${name}`, ...expressionsIn(`src/${name}`) }));

  it('take linear time, whatever the text', () => {
    const all = found.flatMap(({ expressions }) => expressions);
    expect(all.length).toBeGreaterThan(100);
    expect(slow(all)).toEqual([]);
  });

  it('are written out, so that they can be looked at', () => {
    expect(found.flatMap(({ file, makes }) => (makes ? [file] : []))).toEqual(madeAtRunTime);
  });

  it.each(['^\\s*import', '\\s*$', '(?:a+)+b', 'File\\s*[ |]?\\s*x'])('/%s/ would be found', (pattern) => {
    expect(slow([{ place: 'here', pattern, flags: 'm' }])).toHaveLength(1);
  });
});
