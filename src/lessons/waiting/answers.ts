import type { Measured } from '../../core/experiment/measured';

/** When a thread has what it waits for if it looks without a pause, compared with one that sleeps until it is told; null when that is not known. */
export function whenLooking(measured: Measured): 'sooner' | 'same' | 'later' | null {
  const { verdict } = measured.compare('looking', 'sleeping');
  return ({ less: 'sooner', more: 'later', tie: 'same', unknown: null } as const)[verdict];
}
