import type { Program } from '../../workbench/program';
import awaitUnderLock from './await_under_lock.py?program';
import barrierAndSum from './barrier_and_sum.py?program';
import callInBetween from './call_in_between.py?program';
import countedWithALock from './counted_with_a_lock.py?program';
import emptyThenGet from './empty_then_get.py?program';
import flagAfterEvent from './flag_after_event.py?program';
import halfATransfer from './half_a_transfer.py?program';
import ifInsteadOfWhile from './if_instead_of_while.py?program';
import lastSeat from './last_seat.py?program';
import lockLetGoTooSoon from './lock_let_go_too_soon.py?program';
import looksThenWaits from './looks_then_waits.py?program';
import lostUpdate from './lost_update.py?program';
import lostWakeUp from './lost_wake_up.py?program';
import madeTwice from './made_twice.py?program';
import oneOrder from './one_order.py?program';
import oppositeOrders from './opposite_orders.py?program';
import roundTable from './round_table.py?program';
import sharedQueue from './shared_queue.py?program';
import tasksThatWait from './tasks_that_wait.py?program';
import twoAtATime from './two_at_a_time.py?program';
import updateAcrossAwait from './update_across_await.py?program';

/** Programs on one subject. */
export interface ExampleGroup {
  readonly title: string;
  readonly programs: readonly Program[];
}

/** Programs whose schedules are worth stepping through, from the simplest on. Each says in its docstring what it shows; what can become of it stands in the `.outcomes.json` beside it. */
export const exampleGroups: readonly ExampleGroup[] = [
  { title: 'Races', programs: [callInBetween, lostUpdate, lastSeat, halfATransfer, madeTwice] },
  { title: 'Locks', programs: [countedWithALock, lockLetGoTooSoon, twoAtATime] },
  { title: 'Deadlocks', programs: [oppositeOrders, oneOrder, roundTable] },
  {
    title: 'Conditions and events',
    programs: [ifInsteadOfWhile, lostWakeUp, looksThenWaits, flagAfterEvent, barrierAndSum],
  },
  { title: 'Queues', programs: [sharedQueue, emptyThenGet] },
  { title: 'Tasks of an event loop', programs: [updateAcrossAwait, awaitUnderLock, tasksThatWait] },
];
