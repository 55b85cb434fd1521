import { readFile } from 'node:fs/promises';
import { transformWithOxc, type Plugin } from 'vite';
import type { Question } from '../src/lessons/lesson.ts';

const suffix = '?right';

/** What a lesson's `check.ts` exports, as JavaScript says it: the file imports nothing but types. */
async function questionsOf(file: string): Promise<readonly Question[]> {
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file, { sourcemap: false });
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    readonly questions: readonly Question[];
  };
  return module.questions;
}

/** `import right from './check.ts?right'` gives the options that are right, by question, without the questions: these stay in their lesson, and a page that counts right answers need not fetch them. */
export function rightAnswers(): Plugin {
  return {
    name: 'timeslice:right-answers',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const file = id.slice(0, -suffix.length);
      this.addWatchFile(file);
      const questions = await questionsOf(file);
      const right = questions.map(({ id: question, options }) => [
        question,
        options.filter((option) => option.right).map((option) => option.id),
      ]);
      return `export default ${JSON.stringify(Object.fromEntries(right))};`;
    },
  };
}
