import { create } from 'zustand';
import { persist, type PersistStorage } from 'zustand/middleware';
import { readRaw, removeRaw, writeRaw, type StorageTrouble } from './box';
import { emptyProgress, formatProgress, mergeProgress, parseProgress, type Progress, type StoredPrediction } from './progressFile';

const key = 'timeslice-progress';
const rescueKey = 'timeslice-progress-rescued';

interface ProgressStore {
  readonly progress: Progress;
  /** Set when storage fails the reader; the page says so and offers what can be saved. */
  readonly trouble: StorageTrouble | null;
  /** False until storage was read: the prerendered page knows nothing of the reader. */
  readonly loaded: boolean;
  visit(lesson: string): void;
  answer(question: string, option: string): void;
  predict(experiment: string, prediction: StoredPrediction): void;
  /** Adds an exported file's progress to this one. Returns why it could not, or null. */
  importFile(raw: string): 'corrupt' | 'newer' | null;
  exportFile(): string;
  reset(): void;
  dismissTrouble(): void;
}

let trouble: StorageTrouble | null = null;
/** A newer site's data is never overwritten by this one, until the reader resets. */
let writable = true;
/** What is being taken over from another tab is stored already. */
let stored = false;

function report(next: StorageTrouble): void {
  trouble = next;
  // The store itself may be in the middle of being created.
  queueMicrotask(() => useProgress.setState({ trouble }));
}

const storage: PersistStorage<Pick<ProgressStore, 'progress'>> = {
  getItem() {
    const found = readRaw(key);
    if (found.status === 'blocked') report({ kind: 'blocked' });
    if (found.status !== 'found') return null;
    const parsed = parseProgress(found.raw);
    switch (parsed.status) {
      case 'ok':
        return { state: { progress: parsed.progress } };
      case 'newer':
        writable = false;
        report({ kind: 'newer', raw: found.raw, version: parsed.version });
        return null;
      case 'corrupt':
        writeRaw(rescueKey, found.raw);
        report({ kind: 'corrupt', raw: found.raw });
        return null;
    }
  },
  setItem(_, { state: { progress } }) {
    if (!writable || stored) return;
    // Nothing is told by nothing: another tab then knows a reset from progress that lacks its own.
    if (progress === emptyProgress) {
      removeRaw(key);
      return;
    }
    const problem = writeRaw(key, formatProgress(progress));
    if (problem !== null && trouble?.kind !== problem) report({ kind: problem });
  },
  removeItem: () => removeRaw(key),
};

/** What the reader visited, answered and predicted, kept in this browser. Call `loadProgress()` once after the first draw. */
export const useProgress = create<ProgressStore>()(
  persist(
    (set, get) => {
      const change = (update: (progress: Progress) => Progress): void => {
        set({ progress: update(get().progress) });
      };
      return {
        progress: emptyProgress,
        trouble: null,
        loaded: false,
        visit: (lesson) => {
          if (!get().progress.visited.includes(lesson)) change((p) => ({ ...p, visited: [...p.visited, lesson] }));
        },
        answer: (question, option) => change((p) => ({ ...p, answers: { ...p.answers, [question]: option } })),
        predict: (experiment, prediction) => change((p) => ({ ...p, predictions: { ...p.predictions, [experiment]: prediction } })),
        importFile: (raw) => {
          const parsed = parseProgress(raw);
          if (parsed.status !== 'ok') return parsed.status;
          change((p) => mergeProgress(p, parsed.progress));
          return null;
        },
        exportFile: () => formatProgress(get().progress),
        reset: () => {
          writable = true;
          trouble = null;
          set({ progress: emptyProgress, trouble: null });
        },
        dismissTrouble: () => set({ trouble: null }),
      };
    },
    { name: key, storage, skipHydration: true, partialize: ({ progress }) => ({ progress }) },
  ),
);

/** True when `theirs` knows every visit, answer and prediction that `all` does, if not always with the same words. */
function knows(theirs: Progress, all: Progress): boolean {
  return (
    all.visited.every((lesson) => theirs.visited.includes(lesson)) &&
    Object.keys(all.answers).every((question) => Object.hasOwn(theirs.answers, question)) &&
    Object.keys(all.predictions).every((experiment) => Object.hasOwn(theirs.predictions, experiment))
  );
}

/** Takes over what another tab has stored; what only this tab knows it stores again, or of two tabs that write at once one would lose. */
function adopt(raw: string | null): void {
  const parsed = raw === null ? ({ status: 'ok', progress: emptyProgress } as const) : parseProgress(raw);
  if (parsed.status !== 'ok') {
    void useProgress.persist.rehydrate();
    return;
  }
  const theirs = parsed.progress;
  const all = raw === null ? emptyProgress : mergeProgress(useProgress.getState().progress, theirs);
  // Where both know an answer, each has the other's now: storing that again would have them swap for ever.
  stored = knows(theirs, all);
  useProgress.setState({ progress: all });
  stored = false;
}

/** Reads storage, then follows what other tabs write, also while the browser kept this page aside. Returns how to stop following. */
export function loadProgress(): () => void {
  void Promise.resolve(useProgress.persist.rehydrate()).then(() => useProgress.setState({ loaded: true }));
  const own = new AbortController();
  const { signal } = own;
  globalThis.addEventListener('storage', (event) => event.key === key && adopt(event.newValue), { signal });
  globalThis.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      const found = readRaw(key);
      if (found.status === 'found') adopt(found.raw);
      // Nothing stored means a reset, unless it is this page that could not store anything.
      else if (found.status === 'empty' && trouble === null) adopt(null);
    },
    { signal },
  );
  return () => own.abort();
}
