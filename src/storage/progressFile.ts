import * as v from 'valibot';
import { parseFile } from './parseFile';

/** The version this site writes. A higher one comes from a newer site and is left alone. */
export const progressVersion = 1;

const idList = v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(200));

const predictionSchema = v.variant('kind', [
  v.object({ kind: v.literal('rank'), order: idList }),
  v.object({ kind: v.literal('choice'), option: v.string() }),
  v.object({ kind: v.literal('skipped') }),
]);

const progressSchema = v.object({
  visited: idList,
  /** By `lesson/question`: the option last chosen. */
  answers: v.record(v.string(), v.string()),
  /** By experiment: what the reader expected before the first run. */
  predictions: v.record(v.string(), predictionSchema),
});

const fileSchema = v.object({ site: v.literal('timeslice'), version: v.literal(progressVersion), progress: progressSchema });

export type StoredPrediction = v.InferOutput<typeof predictionSchema>;
export type Progress = v.InferOutput<typeof progressSchema>;

export const emptyProgress: Progress = { visited: [], answers: {}, predictions: {} };

export type ParsedProgress =
  | { readonly status: 'ok'; readonly progress: Progress }
  | { readonly status: 'newer'; readonly version: number }
  | { readonly status: 'corrupt' };

/** Reads progress from storage or from an exported file. Never throws. */
export function parseProgress(raw: string): ParsedProgress {
  const file = parseFile(raw, progressVersion, fileSchema);
  return file.status === 'ok' ? { status: 'ok', progress: file.value.progress } : file;
}

/** Writes progress as it is stored and exported. */
export function formatProgress(progress: Progress): string {
  return JSON.stringify({ site: 'timeslice', version: progressVersion, progress });
}

/** Both readers' progress: what either visited; where both answered or predicted, the second one's. */
export function mergeProgress(mine: Progress, theirs: Progress): Progress {
  return {
    visited: [...new Set([...mine.visited, ...theirs.visited])],
    answers: { ...mine.answers, ...theirs.answers },
    predictions: { ...mine.predictions, ...theirs.predictions },
  };
}
