import type { ScheduledMoment } from '../../../../core/engines/pythonSchedules';

type Pairs = readonly (readonly [name: string, value: string])[];

/** One variable as it is now, and as it was before the last step. */
export interface Shown {
  readonly name: string;
  readonly value: string;
  /** What it was; null if it was not there. Equal to `value` where nothing changed. */
  readonly was: string | null;
}

/** What has become of some variables. Those that were not there before count as changed if something was. */
export function compared(before: Pairs | undefined, after: Pairs): readonly Shown[] {
  const old = new Map(before);
  return after.map(([name, value]) => ({ name, value, was: before === undefined ? value : (old.get(name) ?? null) }));
}

export const hasChanged = ({ value, was }: Shown): boolean => value !== was;

/** Global variables, without the locks and conditions, which are shown with who holds them. */
export function sharedValues({ globals, locks }: ScheduledMoment): Pairs {
  const apart = new Set(locks.filter(({ kind }) => kind === 'lock').map(({ name }) => name));
  return globals.filter(([name]) => !apart.has(name));
}
