import type { ScheduledProgram } from '../../core/python/pythonSchedules';
import type { Schedule } from '../../core/schedule/types';
import { pageSchedules } from '../../runtime/schedules/pageSchedules';
import { digestOf } from '../digestOf';
import { encodeRun, usualSettings } from '../scheduler/address';
import { digestOfMoment } from '../scheduler/digest';
import type { VerdictToShare } from '../scheduler/explore/claim';
import { encodeVerdict } from '../scheduler/verdictAddress';
import { fitsIntoAddress } from '../workbench/share';

const python = import.meta.env.PYTHON_VERSION;

/**
 * A program with a schedule that was found, as a fragment for the scheduler's page, which begins at the first step; null where the program is too long.
 * @param wrong The key of the outcome, where it is known to be wrong.
 */
export async function addressToStep(
  program: ScheduledProgram,
  schedule: Schedule,
  wrong: string | null,
): Promise<string | null> {
  if (!fitsIntoAddress(program.source)) return null;
  const { moments } = await pageSchedules.replay(program, schedule, { from: schedule.length });
  const last = moments.at(-1);
  if (last === undefined) throw new Error('A replay has a state after its last step.');
  const facts = { python, state: digestOfMoment(last), at: 0 };
  return encodeRun(program, schedule, wrong === null ? facts : { ...facts, wrong: digestOf(wrong) });
}

/** The address of the scheduler's page with a program and its verdict; null where the program is too long. @param root The path from this page to the site's root. */
export async function addressToShare(verdict: VerdictToShare, root: string): Promise<string | null> {
  // As the scheduler's page is usually set: a check itself has the main thread choose too.
  const { mainFirst, granularity } = usualSettings;
  const fragment = await encodeVerdict({ ...verdict, program: { ...verdict.program, mainFirst, granularity } }, python);
  return fragment === null ? null : new URL(`${root}scheduler/#${fragment}`, location.href).href;
}
