import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { course } from '../src/lessons/course';
import { binOf } from './machine.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'timeslice-'));
const id = 'made-up-2';
const lastLesson = course.at(-1);

/** The files of a lesson, as CONTRIBUTING.md asks for them. */
const lesson: Readonly<Record<string, string>> = {
  'meta.ts': `import type { OwnMeta } from '../lesson';

export const meta: OwnMeta = { title: 'A made-up lesson', shortTitle: 'Made up', minutes: 1, questions: ['one', 'two', 'three'] };
`,
  'description.ts': "export const description = 'It is here for a test.';\n",
  'made_up_program.py': '"""Prints a line."""\n\nprint("made up")\n',
  'made_up_program.expect.txt': 'made up\n',
  'programs.ts': `import made_up_program from './made_up_program.py?program';

export const programs = { made_up_program };
`,
  'experiments.ts': 'export const experiments = {};\n',
  'check.ts': `import type { Lesson, Question } from '../lesson';

const question = (id: string): Question => ({ id, text: 'Which?', options: [{ id: 'this', text: 'This', right: true, why: 'It is.' }, { id: 'that', text: 'That', right: false, why: 'It is not.' }] });
export const questions = [question('one'), question('two'), question('three')];
export const saw: Lesson['saw'] = ['One.', 'Two.', 'Three.'];
`,
  'lesson.mdx': `## A section

[This lesson](lesson:${id}#a-section) shows a program.

<Program id="made_up_program" />

<Check />

<Saw />
`,
  'index.ts': `import type { Lesson } from '../lesson';
import { questions, saw } from './check';
import { experiments } from './experiments';
import Content from './lesson.mdx';
import { programs } from './programs';

export const lesson: Lesson = { Content, programs, experiments, questions, saw };
`,
};

/** Runs a package's command in the copy. Resolves with `passed`, or with what it printed. */
function run(name: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binOf(name), ...args], { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.on('error', reject);
    child.on('close', (status) => resolve(status === 0 ? 'passed' : printed));
  });
}

beforeAll(() => {
  for (const name of [
    '.oxlintrc.json',
    'index.html',
    'package.json',
    'public',
    'src',
    'tools',
    'vite.config.ts',
    'vitest.config.ts',
    'tsconfig.json',
    'tsconfig.base.json',
    'tsconfig.app.json',
    'tsconfig.core.json',
    'tsconfig.node.json',
    'tsconfig.workers.json',
  ]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // Python files that were compiled before.
  if (existsSync(join(root, '.cache/python')))
    cpSync(join(root, '.cache/python'), join(copy, '.cache/python'), { recursive: true });
  const list = join(copy, 'src/lessons/course.ts');
  const text = readFileSync(list, 'utf8');
  writeFileSync(list, text.replace(/(title: 'In real life',\s+lessons: \[[^\]]*)/, `$1, '${id}'`).replace('[, ', '['));
  if (!readFileSync(list, 'utf8').includes(id))
    throw new Error('The last part in course.ts is not written as this test expects.');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('a lesson that is named but not there is reported by its missing file', async () => {
  expect(await run('vitest', 'run', 'src/lessons/lessons.node.test.ts')).toContain(
    `has no file src/lessons/${id}/meta.ts. CONTRIBUTING.md says what a lesson has.`,
  );
});

it(
  'a lesson that was added by the guide’s steps is checked, built and found everywhere',
  { timeout: 240_000 },
  async () => {
    mkdirSync(join(copy, 'src/lessons', id));
    for (const [name, text] of Object.entries(lesson)) writeFileSync(join(copy, 'src/lessons', id, name), text);
    const [tests, program, build] = await Promise.all([
      run(
        'vitest',
        'run',
        'src/lessons/lessons.node.test.ts',
        'src/lessons/allPrograms.test.ts',
        'tools/rooms.test.ts',
      ),
      run('vitest', 'run', 'src/lessons/programs.node.test.ts', '-t', 'made_up_program'),
      run('vite', 'build', '--logLevel=error'),
    ]);
    expect({ tests, program, build }).toEqual({ tests: 'passed', program: 'passed', build: 'passed' });
    const page = (path: string): string => readFileSync(join(copy, 'dist', path), 'utf8');
    expect(page(`${id}/index.html`)).toContain('A made-up lesson');
    expect(page(`${id}/index.html`)).toContain(`href="../${id}/#a-section"`);
    expect(page('index.html')).toContain('A made-up lesson');
    expect(page('index.html')).toContain('In real life');
    expect(page(`${lastLesson}/index.html`)).toContain(`href="../${id}/" rel="next"`);
    expect(page('404.html')).toContain(`data-path="${id}/"`);
  },
);
