import { shareOf } from '../../core/experiment/measured';
import { around, below, beyond, type Judge, type Judges } from '../../lab/experiment/judge';
import { waitingOverlaps } from '../waitingOverlaps';

const firstRun: Judge = {
  answer: (measured) => {
    const compared = measured.compare('threaded', 'sequential');
    if (compared.verdict === 'unknown') return null;
    // Half a page more than one still counts as one.
    if (shareOf(compared) < 1.5 / Number(measured.latest('threaded')?.params['pages'] ?? 3)) return 'one';
    return ({ less: 'shorter', tie: 'same', more: 'longer' } as const)[compared.verdict];
  },
  expects: (params) => (waitingOverlaps(params) ? ['one', 'shorter'] : []),
  because: {
    one: 'The threads waited at the same time, so all their waits together took as long as one.',
    shorter:
      'The waits overlapped. What is more than one page is the work of starting the threads and handling the answers.',
    same: 'There was too little waiting for the threads to overlap.',
    longer: 'Starting the threads took longer than they could save.',
  },
  mark: (option, measured) => {
    const allMs = measured.medianMs('sequential');
    const oneMs = allMs / Number(measured.latest('sequential')?.params['pages'] ?? 3);
    if (option === 'one') return around('threaded', oneMs);
    if (option === 'shorter') return below('threaded', allMs, oneMs * 1.5);
    return option === 'same' ? around('threaded', allMs) : beyond('threaded', allMs);
  },
};

export const judges: Judges = { 'first-run': firstRun };
