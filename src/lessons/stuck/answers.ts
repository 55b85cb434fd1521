import type { Measured } from '../../core/experiment/measured';

/** In which rounds `soon` ends. */
const soonRounds = 5;

/** When both transfers with equal pauses were done; null when that is not known. */
export function whenDone(measured: Measured): 'soon' | 'late' | 'never' | null {
  const fact = measured.latest('equal')?.report.facts.find(({ label }) => label === 'Rounds until both were done');
  if (fact === undefined) return null;
  if (typeof fact.value !== 'number') return 'never';
  return fact.value <= soonRounds ? 'soon' : 'late';
}
