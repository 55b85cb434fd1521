import type { Program } from '../../workbench/program';
import asCompleted from './as_completed.py?program';
import asyncContextvars from './async_contextvars.py?program';
import asyncQueue from './async_queue.py?program';
import asyncTimeout from './async_timeout.py?program';
import barrier from './barrier.py?program';
import condition from './condition.py?program';
import contextInThreads from './context_in_threads.py?program';
import daemon from './daemon.py?program';
import excepthook from './excepthook.py?program';
import freshProcesses from './fresh_processes.py?program';
import fourLanes from './four_lanes.py?program';
import guess from './guess.py?program';
import loopInThread from './loop_in_thread.py?program';
import missingGuard from './missing_guard.py?program';
import philosophers from './philosophers.py?program';
import philosophersFed from './philosophers_fed.py?program';
import prepared from './prepared.py?program';
import priorities from './priorities.py?program';
import processMemory from './process_memory.py?program';
import processPipe from './process_pipe.py?program';
import processPool from './process_pool.py?program';
import processQueue from './process_queue.py?program';
import producerConsumer from './producer_consumer.py?program';
import rlock from './rlock.py?program';
import semaphore from './semaphore.py?program';
import sharedGenerator from './shared_generator.py?program';
import sleepSort from './sleep_sort.py?program';
import startingGun from './starting_gun.py?program';
import stopPolitely from './stop_politely.py?program';
import switchInterval from './switch_interval.py?program';
import takingTurns from './taking_turns.py?program';
import taskGroup from './task_group.py?program';
import threadLocal from './thread_local.py?program';
import timer from './timer.py?program';
import toThread from './to_thread.py?program';

/** The playground's own examples, by the lesson whose subject they are. Each says in its docstring what it shows. */
export const examples: Readonly<Record<string, readonly Program[]>> = {
  threads: [takingTurns, guess, sleepSort, daemon, stopPolitely, timer, excepthook, threadLocal, asCompleted],
  gil: [fourLanes, switchInterval, processPool],
  sharing: [philosophers, philosophersFed, rlock, producerConsumer, priorities, sharedGenerator],
  waiting: [condition, startingGun, semaphore, barrier],
  async: [taskGroup, asyncTimeout, toThread, asyncQueue, asyncContextvars, contextInThreads, loopInThread],
  choose: [processQueue, processMemory, processPipe, missingGuard],
  futures: [prepared, freshProcesses],
};
