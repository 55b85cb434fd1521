import { useState } from 'react';
import { useStore } from 'zustand';
import { pageSchedules } from '../../../runtime/schedules/pageSchedules';
import { useLeave } from '../../../ui/useLeave';
import { FixCheck, type CheckState } from './fixCheck';
import type { FixPuzzle } from './puzzle';

/** A check of fixes as components see it. */
export interface FixCheckView extends CheckState {
  /** What can be done with it. The same object for as long as the component lives. */
  readonly check: FixCheck;
  /** There is something to stop. */
  readonly busy: boolean;
}

/** Owns the check of one puzzle's fixes. When its component goes, or the page is left, what runs is ended. */
export function useFixCheck(puzzle: FixPuzzle): FixCheckView {
  const [check] = useState(() => new FixCheck(pageSchedules, puzzle));
  const state = useStore(check.store);
  useLeave(check);
  const { kind } = state.phase;
  return { ...state, check, busy: kind === 'starting' || kind === 'trying' || kind === 'simplifying' };
}
