import type { DraftPage } from '../../storage/playground';
import { readTabSteps } from '../../storage/tabSteps';
import { openAddress, type Opened, type OpenProgram } from '../workbench/fromAddress';
import type { Example, ProgramGroup } from '../workbench/programGroups';
import { decodeRun, type SharedRun } from './address';
import { digestOf } from './digest';

/** What an address asks the scheduler's page to open. */
export interface OpenedToStep extends Opened {
  /** The steps to take again; null where the program begins at its first. */
  readonly steps: SharedRun | null;
  /** It came from outside of this site: none of it runs before the reader agrees. */
  readonly foreign: boolean;
}

export const page: DraftPage = 'scheduler';

/** A program that the reader chose here. */
export const chosen = (program: OpenProgram): OpenedToStep => ({ program, note: null, steps: null, foreign: false });

/** Opens what an address asks for, as the playground does, and the steps beside the program. Rejects when the examples cannot be fetched. */
export async function openSchedulerAddress(
  hash: string,
  welcome: Example,
  loadGroups: () => Promise<readonly ProgramGroup[]>,
): Promise<OpenedToStep> {
  const { program, note } = await openAddress(hash, welcome, loadGroups, page);
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

/** What was opened, at the step where the reader was before the page was loaded again. */
export function resumed(opened: OpenedToStep): OpenedToStep {
  const kept = opened.foreign || !wasLoadedAgain() ? null : readTabSteps();
  const decoded = kept === null ? null : decodeRun(`&${kept}`);
  return decoded?.status === 'ok' && decoded.run.text === digestOf(opened.program.source)
    ? { ...opened, steps: decoded.run }
    : opened;
}
