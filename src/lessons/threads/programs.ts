import pool from './downloads_pool.py?program';
import sequential from './downloads_sequential.py?program';
import threaded from './downloads_threaded.py?program';
import failing from './failing_download.py?program';
import switchCost from './switch_cost.py?program';
import whereIsMain from './where_is_main.py?program';

export const programs = { sequential, threaded, pool, whereIsMain, failing, switchCost };
