import { useState } from 'react';
import { useStore } from 'zustand';
import type { CPythonRule } from '../../../core/schedule/rule';
import { pageSchedules } from '../../../runtime/schedules/pageSchedules';
import { useLeave } from '../../../ui/useLeave';
import type { ExplorationState } from './exploration';
import { SafetyCheck, type SafetyCheckState } from './safetyCheck';

/** A check as components see it. */
export interface SafetyCheckView extends SafetyCheckState {
  /** What can be done with it. The same object for as long as the component lives. */
  readonly check: SafetyCheck;
  /** The states of its searches. */
  readonly states: Readonly<Record<CPythonRule, ExplorationState>>;
}

/** Owns one check at a time. When its component goes, or the page is left, what runs is ended. */
export function useSafetyCheck(): SafetyCheckView {
  const [check] = useState(() => new SafetyCheck(pageSchedules));
  const state = useStore(check.store);
  const gil = useStore(check.searches.gil.store);
  const free = useStore(check.searches['free-threaded'].store);
  useLeave(check);
  return { ...state, check, states: { gil, 'free-threaded': free } };
}
