import { useState } from 'react';
import { useStore } from 'zustand';
import { pageSchedules } from '../../../runtime/schedules/pageSchedules';
import { useLeave } from '../../../ui/useLeave';
import { Exploration, type ExplorationState } from './exploration';

/** A search as components see it. */
export interface ExplorationView extends ExplorationState {
  /** What can be done with it. The same object for as long as the component lives. */
  readonly exploration: Exploration;
  /** There is something to stop. */
  readonly busy: boolean;
}

/** Owns one search at a time. When its component goes, or the page is left, what runs is ended. */
export function useExploration(): ExplorationView {
  const [exploration] = useState(() => new Exploration(pageSchedules));
  const state = useStore(exploration.store);
  useLeave(exploration);
  const { kind } = state.phase;
  return { ...state, exploration, busy: kind === 'starting' || kind === 'running' };
}
