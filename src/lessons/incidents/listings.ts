import type { Program } from '../../lab/workbench/program';
import friday from './friday_puzzle.py?program';
import goodbye from './goodbye_puzzle.py?program';
import hits from './hits_puzzle.py?program';
import rates from './rates_puzzle.py?program';
import receipts from './receipts_puzzle.py?program';
import seat from './seat_puzzle.py?program';

/** By incident: its program, as the report shows it. */
export const listings: Readonly<Record<string, Program>> = {
  seat,
  freeze: rates,
  friday,
  growth: receipts,
  hits,
  goodbye,
};
