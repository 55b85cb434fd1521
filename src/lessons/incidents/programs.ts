import workCounts from './work_counts.py?program';
import workInProcess from './work_in_process.py?program';
import workSums from './work_sums.py?program';
import workWaits from './work_waits.py?program';

export const programs = { workCounts, workInProcess, workSums, workWaits };
