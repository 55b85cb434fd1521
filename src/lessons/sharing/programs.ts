import counterCall from './counter_call.py?program';
import counterLocked from './counter_locked.py?program';
import counterPlain from './counter_plain.py?program';
import databaseLocked from './database_locked.py?program';
import databasePool from './database_pool.py?program';
import databaseUnlocked from './database_unlocked.py?program';
import deadlock from './deadlock.py?program';
import lockCost from './lock_cost.py?program';
import oneOwner from './one_owner.py?program';
import queueBounded from './queue_bounded.py?program';
import queueUnbounded from './queue_unbounded.py?program';
import tickets from './tickets.py?program';

export const programs = {
  counter_call: counterCall,
  counter_locked: counterLocked,
  counter_plain: counterPlain,
  database_locked: databaseLocked,
  database_pool: databasePool,
  database_unlocked: databaseUnlocked,
  deadlock,
  lock_cost: lockCost,
  one_owner: oneOwner,
  queue_bounded: queueBounded,
  queue_unbounded: queueUnbounded,
  tickets,
};
