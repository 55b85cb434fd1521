import { shareOf } from '../../core/experiment/measured';
import { around, below, beyond, type Judge, type Judges } from '../../lab/experiment/judge';
import { sweepAnswer } from './sweepAnswer';

const counting: Judge = {
  answer: (measured) => {
    const compared = measured.compare('threaded', 'sequential');
    if (compared.verdict === 'unknown') return null;
    if (shareOf(compared) < 0.1) return 'seventeenth';
    return ({ less: 'cores', tie: 'same', more: 'longer' } as const)[compared.verdict];
  },
  expects: () => ['same', 'longer'],
  because: {
    seventeenth: 'That would need seventeen cores, and no lock between the threads.',
    cores:
      'The threads of this card share one lock, so that only one of them counts at a time: by itself that cannot be faster.',
    same: 'Only the thread that holds the GIL counts, so seventeen threads do the work of one.',
    longer: 'Only the thread that holds the GIL counts, and handing it over costs time as well.',
  },
  mark: (option, measured) => {
    const aloneMs = measured.medianMs('sequential');
    if (option === 'seventeenth') return around('threaded', aloneMs / 17);
    if (option === 'cores') return below('threaded', aloneMs, aloneMs / 17);
    return option === 'same' ? around('threaded', aloneMs) : beyond('threaded', aloneMs);
  },
};

const sweep: Judge = {
  answer: sweepAnswer,
  because: {
    ideal: 'There was a core for each worker that you asked for.',
    flat: 'Once every core computes, another worker only gets a share of them.',
    falls: 'Once every core computes, more workers only take turns, and dividing the work among them costs time.',
    none: 'Here one worker already had nearly all of the machine that it could get.',
  },
};

export const judges: Judges = { counting, sweep };
