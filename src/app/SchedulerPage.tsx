import { Scheduler } from '../lab/scheduler/Scheduler';
import { loadAllPrograms } from '../lessons/allPrograms';

/** The page where the reader is the scheduler, with the lessons' programs to choose from. */
export function SchedulerPage() {
  return <Scheduler loadLessons={loadAllPrograms} />;
}
