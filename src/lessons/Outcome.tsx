import type { ReactNode } from 'react';
import { useHasRun } from '../lab/program/ran';
import { useLesson } from './context';

interface OutcomeProps {
  /** The program, as the lesson calls it, or the experiment whose result this gives away. */
  readonly of: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** What a program prints or an experiment comes to. It is folded until the reader runs that, or asks; on paper it is open. */
export function Outcome({ of, title = 'What it prints', children }: OutcomeProps) {
  const hasRun = useHasRun(useLesson().lesson.programs[of]?.name ?? of);
  return (
    <details className="outcome" open={hasRun}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
