import { useEffect, useMemo } from 'react';
import { noNotes, useCaseNotes, type CaseNotes } from '../../storage/caseNotes';
import type { MendProof } from '../scheduler/puzzle/puzzle';

/** An incident as its investigation sees it: what the reader has done in it, kept in this browser. */
export interface CaseView {
  readonly notes: CaseNotes;
  /** Why the notes last only until the page is closed; null where they are kept. */
  readonly trouble: 'blocked' | 'full' | 'newer' | null;
  look(place: string): void;
  diagnose(diagnosis: string): void;
}

/** The reader's notes of one incident. */
export function useCase(incident: string): CaseView {
  const notes = useCaseNotes((state) => state.notes[incident] ?? noNotes);
  const trouble = useCaseNotes((state) => state.trouble);
  useEffect(() => useCaseNotes.getState().load(), []);
  const actions = useMemo(
    () => ({
      look: (place: string) => useCaseNotes.getState().look(incident, place),
      diagnose: (diagnosis: string) => useCaseNotes.getState().diagnose(incident, diagnosis),
    }),
    [incident],
  );
  return { notes, trouble, ...actions };
}

/** Notes what has shown that the program of an incident is mended. */
export function noteProof(incident: string, proof: MendProof): void {
  useCaseNotes.getState().prove(incident, { ...proof, at: Date.now() });
}
