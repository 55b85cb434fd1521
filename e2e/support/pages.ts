import type { OwnMeta } from '../../src/lessons/lesson';
import { course } from '../../src/lessons/course';

const titles = await Promise.all(
  course.map(
    async (id) => ((await import(`../../src/lessons/${id}/meta.ts`)) as { readonly meta: OwnMeta }).meta.title,
  ),
);

/** The lessons by id, with their titles, in the order of the course. */
export const lessons = course.map((id, index) => ({ id, title: titles[index] ?? '' }));

/** Every page of the site, relative to its root. */
export const paths = [
  './',
  ...lessons.map(({ id }) => `./${id}/`),
  './puzzles/',
  './puzzles/record/',
  './playground/',
  './scheduler/',
  './glossary/',
  './sources/',
  './certificate/',
];
