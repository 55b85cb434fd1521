import { useCaseNotes } from './caseNotes';
import { useCertificateName } from './certificateName';
import { useProgress } from './progress';

/** The file that a reader takes to another browser: progress, and beside it the notes on incidents, of which sites of before there were any take no notice. */
export function exportEverything(): string {
  useCaseNotes.getState().load();
  const progress: unknown = JSON.parse(useProgress.getState().exportFile());
  return JSON.stringify({ ...(progress as object), incidents: useCaseNotes.getState().notes });
}

/** Adds what an exported file holds. Returns why it could not, or null. */
export function importEverything(raw: string): 'corrupt' | 'newer' | null {
  const problem = useProgress.getState().importFile(raw);
  if (problem === null) useCaseNotes.getState().importFile(raw);
  return problem;
}

/** Forgets progress, notes and the name on the certificate. */
export function resetEverything(): void {
  useProgress.getState().reset();
  useCaseNotes.getState().reset();
  useCertificateName.getState().reset();
}
