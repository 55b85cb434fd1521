import { useEffect, useState } from 'react';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import type { VerdictRow } from '../../../core/schedule/verdict';
import type { Cure } from './cure';
import type { SafetyCheck } from './safetyCheck';

/** A cure, or that it is being looked for; null where there is nothing to cure, or nobody knows what is right. */
export type CureState = Cure | 'looking' | null;

/** What a cure is looked for: its parts as one text, so that it is looked for once. */
interface Question {
  readonly source: string;
  readonly wrong: string;
  readonly right: readonly string[];
}

/** Looks for the cure of a program that was checked and goes wrong without a deadlock. @param rows The outcomes of a check that has ended; null before. */
export function useCure(
  check: SafetyCheck,
  program: ScheduledProgram | null,
  rows: readonly VerdictRow[] | null,
  right: readonly string[],
): CureState {
  const wrong = rows?.find((row) => row.wrong && row['free-threaded'] !== null && isOfAccesses(row))?.key;
  const asked: Question | null =
    program === null || wrong === undefined || right.length === 0 ? null : { source: program.source, wrong, right };
  const question = asked === null ? null : JSON.stringify(asked);
  const [found, setFound] = useState<{ readonly question: string; readonly cure: Cure | null } | null>(null);
  useEffect(() => {
    if (question === null) return undefined;
    const over = new AbortController();
    const look = async (): Promise<void> => {
      const { wrong: key, right: keys } = JSON.parse(question) as Question;
      // Where the interpreters cannot answer, the reader has been told so by the search.
      const cure = await check.cure(key, new Set(keys), over.signal).catch(() => null);
      if (!over.signal.aborted) setFound({ question, cure });
    };
    void look();
    return () => over.abort();
  }, [check, question]);
  if (question === null) return null;
  return found?.question === question ? found.cure : 'looking';
}

const isOfAccesses = ({ outcome: { kind } }: VerdictRow): boolean => kind === 'finished' || kind === 'exception';
