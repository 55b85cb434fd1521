import { useCaseNotes } from './caseNotes';
import { useCertificateName } from './certificateName';
import { useProgress } from './progress';

/**
 * The file that a reader takes to another browser, or hands in: progress, and beside it what older sites take no notice of: the notes on incidents, the name on the
 * certificate where there is one, and when the file was made.
 */
export function exportEverything(): string {
  useCaseNotes.getState().load();
  useCertificateName.getState().load();
  const progress: unknown = JSON.parse(useProgress.getState().exportFile());
  const { name } = useCertificateName.getState();
  return JSON.stringify({
    ...(progress as object),
    incidents: useCaseNotes.getState().notes,
    ...(name === '' ? {} : { name }),
    exportedAt: new Date().toISOString(),
  });
}

/** Adds what an exported file holds. Returns why it could not, or null. */
export function importEverything(raw: string): 'corrupt' | 'newer' | null {
  const problem = useProgress.getState().importFile(raw);
  if (problem !== null) return problem;
  useCaseNotes.getState().importFile(raw);
  useCertificateName.getState().importFile(raw);
  return null;
}

/** Forgets progress, notes and the name on the certificate. */
export function resetEverything(): void {
  useProgress.getState().reset();
  useCaseNotes.getState().reset();
  useCertificateName.getState().reset();
}
