import { create } from 'zustand';

/** How many runs are under way on the page, so that nothing interrupts them. */
export const useRunning = create<{ readonly count: number }>()(() => ({ count: 0 }));

/** Counts a run until the returned function is called. */
export function countRun(): () => void {
  useRunning.setState(({ count }) => ({ count: count + 1 }));
  let open = true;
  return () => {
    if (!open) return;
    open = false;
    useRunning.setState(({ count }) => ({ count: count - 1 }));
  };
}
