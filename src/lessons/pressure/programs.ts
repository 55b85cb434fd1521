import inBatches from './in_batches.py?program';
import jobsPlaceFirst from './jobs_place_first.py?program';
import jobsQueue from './jobs_queue.py?program';
import jobsSemaphore from './jobs_semaphore.py?program';
import overlap from './overlap.py?program';
import pace from './pace.py?program';
import unlimited from './unlimited.py?program';
import whoCloses from './who_closes.py?program';

export const programs = {
  inBatches,
  jobsPlaceFirst,
  jobsQueue,
  jobsSemaphore,
  overlap,
  pace,
  unlimited,
  whoCloses,
};
