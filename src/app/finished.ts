import { catalog, questionIds } from '../lessons/catalog';
import { course } from '../lessons/course';
import type { LessonMeta } from '../lessons/lesson';
import type { Progress } from '../storage/progressFile';

/** How far a reader is with a lesson: `finished` when all its questions were answered. */
export type Standing = 'new' | 'visited' | 'finished';

/** Reads a lesson's standing from the reader's progress. */
export function standingOf(lesson: string, progress: Progress): Standing {
  const ids = questionIds[lesson] ?? [];
  if (ids.length > 0 && ids.every((id) => progress.answers[`${lesson}/${id}`] !== undefined)) return 'finished';
  return progress.visited.includes(lesson) ? 'visited' : 'new';
}

/** How many of these lessons are finished, by their ids. */
export function finishedIn(lessons: readonly string[], progress: Progress): number {
  return lessons.filter((id) => standingOf(id, progress) === 'finished').length;
}

/** How many of all lessons are finished. */
export const finishedCount = (progress: Progress): number => finishedIn(course, progress);

/** Where a reader who comes back goes on: the lesson that was opened last, or the next one that is not finished. Null for a first visit, and where all are finished. */
export function nextLesson(progress: Progress): LessonMeta | null {
  const isOpen = ({ id }: LessonMeta): boolean => standingOf(id, progress) !== 'finished';
  const last = catalog.findIndex(({ id }) => id === progress.visited.at(-1));
  return last === -1 ? null : (catalog.slice(last).find(isOpen) ?? catalog.find(isOpen) ?? null);
}
