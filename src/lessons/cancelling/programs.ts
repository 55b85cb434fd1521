import limitConnect from './limit_connect.py?program';
import limitIdle from './limit_idle.py?program';
import limitTotal from './limit_total.py?program';
import shielded from './shielded.py?program';
import slowGoodbye from './slow_goodbye.py?program';
import swallowed from './swallowed.py?program';
import threadGoesOn from './thread_goes_on.py?program';
import threeLimits from './three_limits.py?program';
import tryAgain from './try_again.py?program';
import whereItComesOut from './where_it_comes_out.py?program';

export const programs = {
  limitConnect,
  limitIdle,
  limitTotal,
  shielded,
  slowGoodbye,
  swallowed,
  threadGoesOn,
  threeLimits,
  tryAgain,
  whereItComesOut,
};
