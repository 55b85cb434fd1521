import type { Program } from '../lab/workbench/program';
import { catalog } from './catalog';
import { fromEachLesson } from './course';

/** Where each lesson's programs are, without the rest of it. */
const loaders = new Map(
  fromEachLesson(
    import.meta.glob<{ readonly programs: Readonly<Record<string, Program>> }>('./*/programs.ts'),
    'programs.ts',
  ).map(({ id, file }) => [id, file]),
);

/** The programs of every lesson, in the order of the course. Rejects when they cannot be fetched. */
export function loadAllPrograms(): Promise<
  readonly { readonly id: string; readonly title: string; readonly programs: readonly Program[] }[]
> {
  return Promise.all(
    catalog.map(async ({ id, shortTitle }) => {
      const module = await loaders.get(id)?.();
      return { id, title: shortTitle, programs: Object.values(module?.programs ?? {}) };
    }),
  );
}
