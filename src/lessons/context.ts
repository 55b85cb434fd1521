import { createContext, use } from 'react';
import type { Lesson } from './lesson';

interface OpenLesson {
  readonly id: string;
  readonly lesson: Lesson;
  readonly answers: Readonly<Record<string, string>>;
  onAnswer(question: string, option: string): void;
}

export const LessonContext = createContext<OpenLesson | null>(null);

/** The lesson that is open. Throws outside of one: then a component was used in the wrong place. */
export function useLesson(): OpenLesson {
  const lesson = use(LessonContext);
  if (lesson === null) throw new Error('This belongs into a lesson.');
  return lesson;
}
