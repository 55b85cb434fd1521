import type { Granularity } from '../../core/python/pythonSchedules';
import type { DraftPage } from '../../storage/playground';
import { readTabSteps } from '../../storage/tabSteps';
import { openAddress, type Opened, type OpenProgram } from '../workbench/fromAddress';
import type { Example, ProgramGroup } from '../workbench/programGroups';
import { assertNever } from '../../core/base/assertNever';
import { carriesProgram } from '../workbench/share';
import { decodeRun, type SharedRun } from './address';
import { digestOf } from './digest';
import { ruleOfExample } from './examples/rules';
import type { DecodedVerdict, SharedVerdict } from './verdictAddress';

/** What an address asks the scheduler's page to open. */
export interface OpenedToStep extends Opened {
  /** The steps to take again; null where the program begins at its first. */
  readonly steps: SharedRun | null;
  /** A verdict on the program, to be checked here; null where the address has none. */
  readonly verdict: SharedVerdict | null;
  /** What threads switch by at the first step; null where neither the address nor the program names it. */
  readonly granularity: Granularity | null;
  /** It came from outside of this site: none of it runs before the reader agrees. */
  readonly foreign: boolean;
}

export const page: DraftPage = 'scheduler';

/** A program that the reader chose here. */
export const chosen = (program: OpenProgram): OpenedToStep => ({
  program,
  note: null,
  steps: null,
  verdict: null,
  granularity: ruleOfExample(program.name),
  foreign: false,
});

/** Addresses had a program alone when there was no rule but `anywhere`, and its step was a line. */
const beforeThereWereRules: Granularity = 'line';

/** Opens what an address asks for, as the playground does, and the steps or the verdict beside the program. Rejects when the examples cannot be fetched. */
export async function openSchedulerAddress(
  hash: string,
  welcome: Example,
  loadGroups: () => Promise<readonly ProgramGroup[]>,
): Promise<OpenedToStep> {
  const { program, note } = await openAddress(hash, welcome, loadGroups, page);
  const foreign = note?.kind === 'shared';
  // Where the program could not be read, what is open is another one.
  if (note?.kind === 'trouble') return { ...chosen(program), note, foreign };
  const decoded = decodeRun(hash);
  const claim = await verdictIn(hash);
  const own = carriesProgram(hash) ? beforeThereWereRules : ruleOfExample(program.name);
  const plain = { program, note: null, steps: null, verdict: null, granularity: own, foreign };
  if (claim.status === 'bad') return { ...plain, note: { kind: 'trouble', words: claim.reason } };
  if (claim.status === 'ok')
    return { ...plain, verdict: claim.verdict, granularity: claim.verdict.settings.granularity };
  switch (decoded.status) {
    case 'bad':
      return { ...plain, note: { kind: 'trouble', words: decoded.reason } };
    case 'none':
      return { ...plain, granularity: decoded.granularity ?? own };
    case 'ok':
      return { ...plain, steps: decoded.run, granularity: decoded.run.settings.granularity };
    default:
      return assertNever(decoded);
  }
}

/** Few addresses have a verdict: what reads it is fetched for those. */
const verdictIn = async (hash: string): Promise<DecodedVerdict> =>
  hash.includes('&verdict=') ? (await import('./verdictAddress')).decodeVerdict(hash) : { status: 'none' };

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
