import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { DraftKeeper, noVersions, type KeptDrafts, type Versions } from './draftKeeper';

const keeper = new DraftKeeper();

/** What a reader makes of a program, kept in this browser. */
export interface DraftView extends Versions {
  readonly trouble: KeptDrafts['trouble'];
  /** Looks for a draft that was kept earlier. */
  open(): void;
  /** The reader has typed. Text that equals the lesson's is no draft. */
  write(source: string): void;
  /** Back to the lesson's program; what the reader had is put aside. */
  reset(): void;
  /** Takes back what was put aside. */
  restore(): void;
  /** Shows the version of another tab in place of this one's, and keeps this one's in its place. */
  swap(): void;
}

/** The draft of the program of that name, whose text in the lesson is `original`. */
export function useDraft(program: string, original: string): DraftView {
  const versions = useStore(keeper.store, ({ drafts }) => drafts[program] ?? noVersions);
  const trouble = useStore(keeper.store, (state) => state.trouble);

  useEffect(() => {
    const keep = (): void => keeper.keep();
    const hear = (event: StorageEvent): void => keeper.hear(event);
    const look = (): void => {
      // A phone may end a page that is out of sight without another word.
      keep();
      if (!document.hidden) keeper.refresh();
    };
    addEventListener('pagehide', keep);
    addEventListener('storage', hear);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('pagehide', keep);
      removeEventListener('storage', hear);
      document.removeEventListener('visibilitychange', look);
      keep();
    };
  }, []);

  const actions = useMemo(() => {
    const now = (): Versions => keeper.versions(program);
    const change = (versions: Partial<Versions>): void => keeper.change(program, { ...now(), ...versions });
    return {
      open: () => keeper.open(program),
      write: (source: string) => change({ source: source === original ? null : source }),
      reset: () => change({ source: null, aside: now().source ?? now().aside }),
      restore: () => change({ source: now().aside, aside: null }),
      swap: () => change({ source: now().other, other: now().source }),
    };
  }, [program, original]);
  return { ...versions, trouble, ...actions };
}
