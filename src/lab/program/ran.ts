import { create } from 'zustand';

/** What the reader has run since the page was opened: experiments by their ids, programs by their file names. */
const useRan = create<{ readonly names: readonly string[] }>()(() => ({ names: [] }));

/** Notes that something is run, so that what gives its result away may be shown. */
export function noteRun(name: string): void {
  useRan.setState(({ names }) => (names.includes(name) ? { names } : { names: [...names, name] }));
}

/** Whether that was run. */
export const useHasRun = (name: string): boolean => useRan(({ names }) => names.includes(name));
