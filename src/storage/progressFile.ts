import { isRecord, parseFile } from './parseFile';

/** The version this site writes. A higher one comes from a newer site and is left alone. */
export const progressVersion = 1;

/** What the reader expected of an experiment before its first run. */
export type StoredPrediction =
  | { readonly kind: 'rank'; readonly order: readonly string[] }
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'skipped' };

export interface Progress {
  readonly visited: readonly string[];
  /** By `lesson/question`: the option last chosen. */
  readonly answers: Readonly<Record<string, string>>;
  /** By experiment. */
  readonly predictions: Readonly<Record<string, StoredPrediction>>;
  /** The puzzles that were solved. */
  readonly solved: readonly string[];
  /** By puzzle: the fewest moves or switches, whichever the puzzle limits, with which the reader broke its program, within the limit or not. */
  readonly fewest: Readonly<Record<string, number>>;
}

export const emptyProgress: Progress = { visited: [], answers: {}, predictions: {}, solved: [], fewest: {} };

export type ParsedProgress =
  | { readonly status: 'ok'; readonly progress: Progress }
  | { readonly status: 'newer'; readonly version: number }
  | { readonly status: 'corrupt' };

// Every page reads progress before anything else: these lines weigh a fifth of what a library for it would.
const isString = (value: unknown): value is string => typeof value === 'string';
const isIdList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= 200 && value.every((id) => isString(id) && id.length <= 60);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isPrediction = (value: unknown): value is StoredPrediction =>
  isRecord(value) &&
  (value['kind'] === 'skipped' ||
    (value['kind'] === 'rank' && isIdList(value['order'])) ||
    (value['kind'] === 'choice' && isString(value['option'])));
const holds = <T>(value: unknown, is: (entry: unknown) => entry is T): value is Readonly<Record<string, T>> =>
  isRecord(value) && Object.values(value).every((entry) => is(entry));

function readFile(json: unknown): Progress | null {
  if (
    !isRecord(json) ||
    json['site'] !== 'timeslice' ||
    json['version'] !== progressVersion ||
    !isRecord(json['progress'])
  )
    return null;
  // Files of before there were puzzles tell of none, and those of before there was a ladder do not tell what they took.
  const { visited, answers, predictions, solved = [], fewest = {} } = json['progress'];
  return isIdList(visited) &&
    holds(answers, isString) &&
    holds(predictions, isPrediction) &&
    isIdList(solved) &&
    holds(fewest, isCount)
    ? { visited, answers, predictions, solved, fewest }
    : null;
}

/** Reads progress from storage or from an exported file. Never throws. */
export function parseProgress(raw: string): ParsedProgress {
  const file = parseFile(raw, progressVersion, readFile);
  return file.status === 'ok' ? { status: 'ok', progress: file.value } : file;
}

/** Writes progress as it is stored and exported. */
export function formatProgress(progress: Progress): string {
  return JSON.stringify({ site: 'timeslice', version: progressVersion, progress });
}

/** The lower count of each puzzle that either knows. */
const fewestOf = (mine: Progress['fewest'], theirs: Progress['fewest']): Progress['fewest'] =>
  Object.fromEntries(
    Object.entries({ ...mine, ...theirs }).map(([puzzle, count]) => [puzzle, Math.min(mine[puzzle] ?? count, count)]),
  );

/** Both readers' progress: what either visited or solved; where both answered or predicted, the second one's; of what puzzles took, the fewest. */
export function mergeProgress(mine: Progress, theirs: Progress): Progress {
  return {
    visited: [...new Set([...mine.visited, ...theirs.visited])],
    answers: { ...mine.answers, ...theirs.answers },
    predictions: { ...mine.predictions, ...theirs.predictions },
    solved: [...new Set([...mine.solved, ...theirs.solved])],
    fewest: fewestOf(mine.fewest, theirs.fewest),
  };
}
