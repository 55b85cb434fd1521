import { around, below, beyond, type Judge, type Judges } from '../../lab/experiment/judge';
import { whenLooking } from './answers';

const waits: Judge = {
  answer: whenLooking,
  expects: () => ['later'],
  because: {
    sooner: 'Ada was slower for another reason while Ben slept: try it once more.',
    same: 'Ben’s looking took nothing away from Ada, as on a CPython without the GIL and with a core to spare.',
    later: 'To look, Ben needs the GIL, and while he has it Ada cannot add. So he holds up what he waits for.',
  },
  mark: (option, measured) => {
    const sleepingMs = measured.medianMs('sleeping');
    if (option === 'same') return around('looking', sleepingMs);
    return (option === 'sooner' ? below : beyond)('looking', sleepingMs);
  },
};

export const judges: Judges = { waits };
