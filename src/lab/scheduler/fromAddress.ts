import type { DraftPage } from '../../storage/playground';
import { readTabSteps } from '../../storage/tabSteps';
import { openAddress, type Opened, type OpenProgram } from '../workbench/fromAddress';
import type { Example, Shelf } from '../workbench/programGroups';
import { decodeRun, type SharedRun } from './address';
import { digestOf } from './digest';

/** What an address brought to the page where the reader is the scheduler. */
export interface Arrival extends Opened {
  /** The steps to take again; null where the program begins at its first. */
  readonly steps: SharedRun | null;
  /** It came from outside of this site: nothing of it runs before the reader agrees. */
  readonly foreign: boolean;
}

export const page: DraftPage = 'scheduler';

/** A program that the reader chose here. */
export const chosen = (program: OpenProgram): Arrival => ({ program, note: null, steps: null, foreign: false });

/** Opens what an address asks for, as the playground does, and the steps beside the program. Rejects when the examples cannot be fetched. */
export async function openSchedulerAddress(
  hash: string,
  welcome: Example,
  loadShelves: () => Promise<readonly Shelf[]>,
): Promise<Arrival> {
  const { program, note } = await openAddress(hash, welcome, loadShelves, page);
  const foreign = note?.kind === 'shared';
  // Where the program could not be read, what is open is another one.
  if (note?.kind === 'trouble') return { program, note, steps: null, foreign };
  const decoded = decodeRun(hash);
  if (decoded.status === 'bad')
    return { program, note: { kind: 'trouble', words: decoded.reason }, steps: null, foreign };
  return { program, note: null, steps: decoded.status === 'ok' ? decoded.run : null, foreign };
}

/** Whether the browser has brought this very page back. */
const wasLoadedAgain = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => 'type' in entry && (entry.type === 'reload' || entry.type === 'back_forward'));

/** The same, where the reader was before the page was loaded again. */
export function resumed(arrival: Arrival): Arrival {
  const kept = arrival.foreign || !wasLoadedAgain() ? null : readTabSteps();
  const decoded = kept === null ? null : decodeRun(`&${kept}`);
  return decoded?.status === 'ok' && decoded.run.text === digestOf(arrival.program.source)
    ? { ...arrival, steps: decoded.run }
    : arrival;
}
