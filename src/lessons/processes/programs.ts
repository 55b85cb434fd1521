import chunks from './chunks.py?program';
import howFarAway from './how_far_away.py?program';
import joinBeforeGet from './join_before_get.py?program';
import lockInTheChild from './lock_in_the_child.py?program';
import numbersArray from './numbers_array.py?program';
import numbersHere from './numbers_here.py?program';
import numbersInherited from './numbers_inherited.py?program';
import numbersList from './numbers_list.py?program';
import numbersShared from './numbers_shared.py?program';
import sharedCount from './shared_count.py?program';
import whatTravels from './what_travels.py?program';
import whoHasWhat from './who_has_what.py?program';

export const programs = {
  chunks,
  howFarAway,
  joinBeforeGet,
  lockInTheChild,
  numbersArray,
  numbersHere,
  numbersInherited,
  numbersList,
  numbersShared,
  sharedCount,
  whatTravels,
  whoHasWhat,
};
