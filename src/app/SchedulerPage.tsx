import { Scheduler } from '../lab/python/schedule/Scheduler';

/** The page where the reader is the scheduler. */
export function SchedulerPage() {
  return <Scheduler />;
}
