import { readRaw } from './box';

/** Where drafts of programs are kept. `drafts.ts` reads and writes them; it comes later than the page. */
export const draftsKey = 'timeslice-drafts';

/** True where a draft of that program may be kept: a quick look, before anything is parsed. */
export function mayHaveDraft(program: string): boolean {
  const found = readRaw(draftsKey);
  return found.status === 'found' && found.raw.includes(`${JSON.stringify(program)}:`);
}
