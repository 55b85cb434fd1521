import joinForever from './join_forever.py?program';
import oneThread from './one_thread.py?program';
import poolInPool from './pool_in_pool.py?program';
import retryEqual from './retry_equal.py?program';
import retryRandom from './retry_random.py?program';
import unfairLock from './unfair_lock.py?program';
import whereTheyStand from './where_they_stand.py?program';

export const programs = {
  join_forever: joinForever,
  one_thread: oneThread,
  pool_in_pool: poolInPool,
  retry_equal: retryEqual,
  retry_random: retryRandom,
  unfair_lock: unfairLock,
  where_they_stand: whereTheyStand,
};
