import { createContext, use, type ReactElement } from 'react';
import type { Lesson } from './lesson';

/** A lesson with what the reader has made of it. */
export interface OpenLesson {
  readonly id: string;
  readonly lesson: Lesson;
  /** Its texts by number; null where the page came with them. */
  readonly texts: readonly ReactElement[] | null;
  /** By `lesson/question`: the option last chosen. */
  readonly answers: Readonly<Record<string, string>>;
  onAnswer(question: string, option: string): void;
  /** By statement of a table, or whatever else a lesson has the reader guess: the option that was chosen. */
  readonly guesses: Readonly<Record<string, string>>;
  /** @param option null takes the guess back. */
  onGuess(guess: string, option: string | null): void;
  /** The puzzles that the reader has solved, of this and of other lessons. */
  readonly solved: readonly string[];
  onSolve(puzzle: string): void;
  /** The reader broke a puzzle's program with so many moves or switches, whichever it limits. */
  onSpend(puzzle: string, count: number): void;
}

export const LessonContext = createContext<OpenLesson | null>(null);

/** The lesson that is open. Throws outside of one: then a component was used in the wrong place. */
export function useLesson(): OpenLesson {
  const lesson = use(LessonContext);
  if (lesson === null) throw new Error('This belongs into a lesson.');
  return lesson;
}
