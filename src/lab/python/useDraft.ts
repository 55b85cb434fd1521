import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { keepDraft, readDraft, type Draft } from '../../storage/drafts';

type Versions = Pick<Draft, 'source' | 'aside'>;

interface DraftStore {
  /** By program; those that were looked at. The same program may stand twice on a page. */
  readonly drafts: Readonly<Record<string, Versions>>;
  /** Why the newest changes are not kept; null when they are. */
  readonly trouble: ReturnType<typeof keepDraft>;
}

const useDrafts = create<DraftStore>()(() => ({ drafts: {}, trouble: null }));
const none: Versions = { source: null, aside: null };

/** A reader who types is not slowed by storing each letter. */
const keepAfterMs = 400;
let unkept: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

function keepNow(): void {
  clearTimeout(timer);
  if (unkept === null) return;
  const trouble = keepDraft(unkept, useDrafts.getState().drafts[unkept] ?? none);
  unkept = null;
  if (trouble !== useDrafts.getState().trouble) useDrafts.setState({ trouble });
}

function change(program: string, versions: Versions): void {
  if (unkept !== program) keepNow();
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [program]: versions } }));
  unkept = program;
  clearTimeout(timer);
  timer = setTimeout(keepNow, keepAfterMs);
}

/** What a reader makes of a program, kept in this browser. */
export interface DraftView extends Versions {
  readonly trouble: DraftStore['trouble'];
  /** Looks for a draft that was kept earlier. */
  open(): void;
  /** The reader has typed. Text that equals the lesson's is no draft. */
  write(source: string): void;
  /** Back to the lesson's program; what the reader had is put aside. */
  reset(): void;
  /** Takes back what was put aside. */
  restore(): void;
}

/** The draft of the program of that name, whose text in the lesson is `original`. */
export function useDraft(program: string, original: string): DraftView {
  const versions = useDrafts(({ drafts }) => drafts[program] ?? none);
  const trouble = useDrafts((state) => state.trouble);

  useEffect(() => {
    addEventListener('pagehide', keepNow);
    // A phone may end a page that is out of sight without another word.
    document.addEventListener('visibilitychange', keepNow);
    return () => {
      removeEventListener('pagehide', keepNow);
      document.removeEventListener('visibilitychange', keepNow);
      keepNow();
    };
  }, []);

  const actions = useMemo(() => {
    const now = (): Versions => useDrafts.getState().drafts[program] ?? none;
    return {
      open() {
        if (Object.hasOwn(useDrafts.getState().drafts, program)) return;
        const kept = readDraft(program);
        if (kept !== null) useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [program]: { source: kept.source, aside: kept.aside } } }));
      },
      write: (source: string) => change(program, { source: source === original ? null : source, aside: now().aside }),
      reset: () => change(program, { source: null, aside: now().source ?? now().aside }),
      restore: () => change(program, { source: now().aside, aside: null }),
    };
  }, [program, original]);
  return { ...versions, trouble, ...actions };
}
