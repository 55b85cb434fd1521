import pooled from './counting_pooled.py?program';
import sequential from './counting_sequential.py?program';
import threaded from './counting_threaded.py?program';
import isThereAGil from './is_there_a_gil.py?program';
import lateSleeper from './late_sleeper.py?program';
import processCost from './process_cost.py?program';
import speedUp from './speed_up.py?program';
import threeWays from './three_ways_to_count.py?program';

export const programs = { sequential, threaded, pooled, threeWays, lateSleeper, processCost, speedUp, isThereAGil };
