import deadWorker from './dead_worker.py?program';
import drawnAhead from './drawn_ahead.py?program';
import firstFailure from './first_failure.py?program';
import keptByAsCompleted from './kept_by_as_completed.py?program';
import keptByMap from './kept_by_map.py?program';
import keptByWait from './kept_by_wait.py?program';
import poolSizes from './pool_sizes.py?program';
import receipt from './receipt.py?program';
import stuckProcesses from './stuck_processes.py?program';
import unseen from './unseen.py?program';
import whoCallsBack from './who_calls_back.py?program';

export const programs = {
  deadWorker,
  drawnAhead,
  firstFailure,
  keptByAsCompleted,
  keptByMap,
  keptByWait,
  poolSizes,
  receipt,
  stuckProcesses,
  unseen,
  whoCallsBack,
};
