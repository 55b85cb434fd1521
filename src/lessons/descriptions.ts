import { fromEachLesson } from './course';

/** What each lesson is about, by its id: one or two sentences, for search engines and the list of lessons. Apart from `meta.ts`, because every page carries that. */
export const descriptions: Readonly<Record<string, string>> = Object.fromEntries(
  fromEachLesson(
    import.meta.glob<string>('./*/description.ts', { eager: true, import: 'description' }),
    'description.ts',
  ).map(({ id, file }) => [id, file]),
);
