import askedAsTasks from './asked_as_tasks.py?program';
import askedInARow from './asked_in_a_row.py?program';
import askedOneTask from './asked_one_task.py?program';
import askedTaskByTask from './asked_task_by_task.py?program';
import cachedPrices from './cached_prices.py?program';
import callsInLine from './calls_in_line.py?program';
import debugMode from './debug_mode.py?program';
import eagerTurns from './eager_turns.py?program';
import nobodyKeeps from './nobody_keeps.py?program';
import ownLoop from './own_loop.py?program';
import teaAndToast from './tea_and_toast.py?program';
import twoRuns from './two_runs.py?program';

export const programs = {
  askedAsTasks,
  askedInARow,
  askedOneTask,
  askedTaskByTask,
  cachedPrices,
  callsInLine,
  debugMode,
  eagerTurns,
  nobodyKeeps,
  ownLoop,
  teaAndToast,
  twoRuns,
};
