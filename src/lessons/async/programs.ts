import databaseAsync from './database_async.py?program';
import downloadsAsync from './downloads_async.py?program';
import downloadsGroup from './downloads_group.py?program';
import groupFailure from './group_failure.py?program';
import heartbeatBlocking from './heartbeat_blocking.py?program';
import heartbeatComputing from './heartbeat_computing.py?program';
import heartbeatToThread from './heartbeat_to_thread.py?program';
import sleepsLimited from './sleeps_limited.py?program';
import sleepsTogether from './sleeps_together.py?program';
import timeout from './timeout.py?program';
import turns from './turns.py?program';
import twoSleeps from './two_sleeps.py?program';
import waitingCosts from './waiting_costs.py?program';

export const programs = {
  database_async: databaseAsync,
  downloads_async: downloadsAsync,
  downloads_group: downloadsGroup,
  group_failure: groupFailure,
  heartbeat_blocking: heartbeatBlocking,
  heartbeat_computing: heartbeatComputing,
  heartbeat_to_thread: heartbeatToThread,
  sleeps_limited: sleepsLimited,
  sleeps_together: sleepsTogether,
  timeout,
  turns,
  two_sleeps: twoSleeps,
  waiting_costs: waitingCosts,
};
