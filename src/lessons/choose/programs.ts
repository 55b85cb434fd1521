import interpreters from './interpreters.py?program';
import mix from './mix.py?program';
import noneOfThem from './none_of_them.py?program';
import startingCosts from './starting_costs.py?program';

export const programs = {
  interpreters,
  mix,
  none_of_them: noneOfThem,
  starting_costs: startingCosts,
};
