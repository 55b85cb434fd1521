import { late, type Late } from '../ui/late';
import { fromEachLesson } from './course';
import type { Lesson, LessonMeta, MdxContent, OwnMeta } from './lesson';

/** The lessons in the order of the course. */
export const catalog: readonly LessonMeta[] = fromEachLesson(
  import.meta.glob<{ readonly meta: OwnMeta }>('./*/meta.ts', { eager: true }),
  'meta.ts',
).map(({ id, file }) => ({ id, ...file.meta }));

/** Of each lesson, what `from` fetches of it when it is opened. */
const fetched = <M, T>(
  modules: Readonly<Record<string, () => Promise<M>>>,
  name: string,
  from: (module: M) => T,
): ReadonlyMap<string, Late<T>> =>
  new Map(fromEachLesson(modules, name).map(({ id, file }) => [id, late(() => file().then(from))]));

const lessons = fetched(
  import.meta.glob<{ readonly lesson: Lesson }>('./*/index.ts'),
  'index.ts',
  ({ lesson }) => lesson,
);
const texts = fetched(
  import.meta.glob<{ readonly default: MdxContent }>('./*/lesson.mdx', { query: '?texts' }),
  'lesson.mdx',
  ({ default: Texts }) => Texts,
);

/** Each lesson's questions, so that the sidebar knows what is finished without loading the lesson; a test compares them. */
export const questionIds: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  catalog.map((meta) => [meta.id, meta.questions]),
);

/** A lesson's contents. @throws where there is no lesson of this id */
export const lessonOf = (id: string): Late<Lesson> => known(lessons, id);

/** The texts that `lesson.mdx` leaves out of its own module: a page that comes with its HTML need not fetch them. @throws where there is no lesson of this id */
export const textsOf = (id: string): Late<MdxContent> => known(texts, id);

function known<T>(all: ReadonlyMap<string, T>, id: string): T {
  const found = all.get(id);
  if (found === undefined) throw new Error(`There is no lesson called ${id}.`);
  return found;
}
