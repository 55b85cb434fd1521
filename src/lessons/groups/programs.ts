import firstAnswer from './first_answer.py?program';
import killOne from './kill_one.py?program';
import killedOrFailed from './killed_or_failed.py?program';
import oneFailsAsCompleted from './one_fails_as_completed.py?program';
import oneFailsGather from './one_fails_gather.py?program';
import oneFailsGatherAll from './one_fails_gather_all.py?program';
import oneFailsGroup from './one_fails_group.py?program';
import oneFailsWait from './one_fails_wait.py?program';
import threeFailures from './three_failures.py?program';
import whoHears from './who_hears.py?program';

export const programs = {
  firstAnswer,
  killOne,
  killedOrFailed,
  oneFailsAsCompleted,
  oneFailsGather,
  oneFailsGatherAll,
  oneFailsGroup,
  oneFailsWait,
  threeFailures,
  whoHears,
};
