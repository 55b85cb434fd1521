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
  setItem(_, value) {
    if (!writable) return;
    const problem = writeRaw(key, formatProgress(value.state.progress));
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

/** Reads storage, then follows what other tabs write. Returns how to stop following. */
export function loadProgress(): () => void {
  void Promise.resolve(useProgress.persist.rehydrate()).then(() => useProgress.setState({ loaded: true }));
  const follow = (event: StorageEvent): void => {
    if (event.key === key && event.newValue !== null) void useProgress.persist.rehydrate();
  };
  globalThis.addEventListener('storage', follow);
  return () => globalThis.removeEventListener('storage', follow);
}
