import { noteFailed } from '../ui/lazily';
import { fromEachLesson } from './course';
import type { Lesson, LessonMeta, OwnMeta } from './lesson';

/** The lessons in the order of the course. */
export const catalog: readonly LessonMeta[] = fromEachLesson(
  import.meta.glob<{ readonly meta: OwnMeta }>('./*/meta.ts', { eager: true }),
  'meta.ts',
).map(({ id, file }) => ({ id, ...file.meta }));

/** Where each lesson's contents are; they load when the lesson is opened. */
const loaders = new Map(
  fromEachLesson(import.meta.glob<{ readonly lesson: Lesson }>('./*/index.ts'), 'index.ts').map(({ id, file }) => [
    id,
    file,
  ]),
);

/** Each lesson's questions, so that the sidebar knows what is finished without loading the lesson; a test compares them. */
export const questionIds: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  catalog.map((meta) => [meta.id, meta.questions]),
);

const loaded = new Map<string, Lesson>();
const loading = new Map<string, Promise<Lesson>>();

/** The lesson if it was loaded before. */
export const loadedLesson = (id: string): Lesson | undefined => loaded.get(id);

/** Loads a lesson once. Rejects when it can't be fetched, and goes on to until the reader asks for another try. */
export function loadLesson(id: string): Promise<Lesson> {
  const known = loading.get(id);
  if (known !== undefined) return known;
  const load = loaders.get(id);
  if (load === undefined) return Promise.reject(new Error(`There is no lesson called ${id}.`));
  const promise = load().then(
    ({ lesson }) => {
      loaded.set(id, lesson);
      return lesson;
    },
    (error: unknown) => {
      noteFailed(() => loading.delete(id));
      throw error;
    },
  );
  loading.set(id, promise);
  return promise;
}
