import { create } from 'zustand';
import { readRaw, removeRaw, writeRaw, type StorageTrouble } from './box';
import {
  emptyProgress,
  formatProgress,
  mergeProgress,
  parseProgress,
  type Progress,
  type StoredPrediction,
} from './progressFile';

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
  solve(puzzle: string): void;
  /** The reader broke a puzzle's program with so many moves or switches; kept if it never took fewer. */
  spend(puzzle: string, count: number): void;
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
  useProgress.setState({ trouble });
}

/** What is stored; null where nothing of it can be used. */
function read(): Progress | null {
  const found = readRaw(key);
  if (found.status === 'blocked') report({ kind: 'blocked' });
  if (found.status !== 'found') return null;
  const parsed = parseProgress(found.raw);
  switch (parsed.status) {
    case 'ok':
      return parsed.progress;
    case 'newer':
      writable = false;
      report({ kind: 'newer', raw: found.raw, version: parsed.version });
      return null;
    case 'corrupt':
      // Told once; what does not fit aside stays where it is.
      if (writeRaw(rescueKey, found.raw) === null) removeRaw(key);
      report({ kind: 'corrupt', raw: found.raw });
      return null;
  }
}

function write(progress: Progress): void {
  if (!writable) return;
  // Nothing is told by nothing: another tab then knows a reset from progress that lacks its own.
  if (progress === emptyProgress) {
    removeRaw(key);
    return;
  }
  const problem = writeRaw(key, formatProgress(progress));
  if (problem !== null && trouble?.kind !== problem) report({ kind: problem });
}

/** What the reader visited, answered, predicted and solved, kept in this browser. Call `loadProgress()` once after the first draw. */
export const useProgress = create<ProgressStore>()((set, get) => {
  const change = (update: (progress: Progress) => Progress): void => {
    const progress = update(get().progress);
    set({ progress });
    write(progress);
  };
  return {
    progress: emptyProgress,
    trouble: null,
    loaded: false,
    visit: (lesson) => {
      if (!get().progress.visited.includes(lesson)) change((p) => ({ ...p, visited: [...p.visited, lesson] }));
    },
    answer: (question, option) => change((p) => ({ ...p, answers: { ...p.answers, [question]: option } })),
    predict: (experiment, prediction) =>
      change((p) => ({ ...p, predictions: { ...p.predictions, [experiment]: prediction } })),
    solve: (puzzle) => {
      if (!get().progress.solved.includes(puzzle)) change((p) => ({ ...p, solved: [...p.solved, puzzle] }));
    },
    spend: (puzzle, count) => {
      if (count < (get().progress.fewest[puzzle] ?? Infinity))
        change((p) => ({ ...p, fewest: { ...p.fewest, [puzzle]: count } }));
    },
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
      set({ trouble: null });
      change(() => emptyProgress);
    },
    dismissTrouble: () => set({ trouble: null }),
  };
});

/** True when `theirs` knows every visit, answer, prediction, solved puzzle and fewest count that `all` does, if not always with the same words. */
function knows(theirs: Progress, all: Progress): boolean {
  return (
    all.visited.every((lesson) => theirs.visited.includes(lesson)) &&
    all.solved.every((puzzle) => theirs.solved.includes(puzzle)) &&
    Object.entries(all.fewest).every(([puzzle, count]) => theirs.fewest[puzzle] === count) &&
    Object.keys(all.answers).every((question) => Object.hasOwn(theirs.answers, question)) &&
    Object.keys(all.predictions).every((experiment) => Object.hasOwn(theirs.predictions, experiment))
  );
}

/** Takes over what another tab has stored; what only this tab knows it stores again, or of two tabs that write at once one would lose. */
function adopt(raw: string | null): void {
  if (raw === null) {
    useProgress.setState({ progress: emptyProgress });
    return;
  }
  const parsed = parseProgress(raw);
  if (parsed.status !== 'ok') {
    read();
    return;
  }
  const theirs = parsed.progress;
  const all = mergeProgress(useProgress.getState().progress, theirs);
  useProgress.setState({ progress: all });
  // Where both know an answer, each has the other's now: storing that again would have them swap for ever.
  if (!knows(theirs, all)) write(all);
}

/** Reads storage, then follows what other tabs write, also while the browser kept this page aside. Returns how to stop following. */
export function loadProgress(): () => void {
  useProgress.setState({ progress: read() ?? useProgress.getState().progress, loaded: true });
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
