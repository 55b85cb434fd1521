import countApart from './count_apart.py?program';
import countIntoList from './count_into_list.py?program';
import countIntoLists from './count_into_lists.py?program';
import countUnderLock from './count_under_lock.py?program';
import ownCounter from './own_counter.py?program';
import sharedIterator from './shared_iterator.py?program';
import draw_ticket from './statements/draw_ticket.py?program';
import fetch_if_missing from './statements/fetch_if_missing.py?program';
import own_lock from './statements/own_lock.py?program';
import say_ready_last from './statements/say_ready_last.py?program';
import take_or_stop from './statements/take_or_stop.py?program';
import whatItCosts from './what_it_costs.py?program';
import whoAsks from './who_asks.py?program';

export const programs = {
  countApart,
  countIntoList,
  countIntoLists,
  countUnderLock,
  whatItCosts,
  sharedIterator,
  whoAsks,
  ownCounter,
  draw_ticket,
  take_or_stop,
  fetch_if_missing,
  own_lock,
  say_ready_last,
};
