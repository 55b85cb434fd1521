import carriedOver from './carried_over.py?program';
import handedDown from './handed_down.py?program';
import loopInThread from './loop_in_thread.py?program';
import poolInCoroutine from './pool_in_coroutine.py?program';
import slowNames from './slow_names.py?program';
import sumsInProcesses from './sums_in_processes.py?program';
import userInExecutor from './user_in_executor.py?program';
import userInPoolLocal from './user_in_pool_local.py?program';
import userInTask from './user_in_task.py?program';
import userInTaskLocal from './user_in_task_local.py?program';
import userInThread from './user_in_thread.py?program';
import userInToThread from './user_in_to_thread.py?program';
import wrongWayIn from './wrong_way_in.py?program';

export const programs = {
  carriedOver,
  handedDown,
  loopInThread,
  poolInCoroutine,
  slowNames,
  sumsInProcesses,
  userInExecutor,
  userInPoolLocal,
  userInTask,
  userInTaskLocal,
  userInThread,
  userInToThread,
  wrongWayIn,
};
