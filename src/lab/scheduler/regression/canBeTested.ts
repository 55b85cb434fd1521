import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import type { Outcome } from '../../../core/schedule/types';

/** Whether a native test can be made of a run: one that came to an end, or to a deadlock, with a text that is known as a whole, and whose threads are no tasks of asyncio. */
export const canBeTested = (program: Pick<ScheduledProgram, 'source'>, outcome: Outcome): boolean =>
  outcome.kind !== 'abandoned' && !('whole' in outcome) && !/\basyncio\b/.test(program.source);
