import heat from './heat.py?program';
import madeOfConditions from './made_of_conditions.py?program';
import museum from './museum.py?program';
import queue1Waits from './queue_1_waits.py?program';
import queue2Limit from './queue_2_limit.py?program';
import queue3TwoConditions from './queue_3_two_conditions.py?program';
import table from './table.py?program';
import waitLooking from './wait_looking.py?program';
import waitPausing from './wait_pausing.py?program';
import waitSleeping from './wait_sleeping.py?program';
import whomItWakes from './whom_it_wakes.py?program';

export const programs = {
  heat,
  made_of_conditions: madeOfConditions,
  museum,
  queue_1_waits: queue1Waits,
  queue_2_limit: queue2Limit,
  queue_3_two_conditions: queue3TwoConditions,
  table,
  wait_looking: waitLooking,
  wait_pausing: waitPausing,
  wait_sleeping: waitSleeping,
  whom_it_wakes: whomItWakes,
};
