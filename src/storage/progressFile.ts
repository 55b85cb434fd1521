import * as v from 'valibot';

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
const versionSchema = v.object({ version: v.pipe(v.number(), v.integer()) });

export type StoredPrediction = v.InferOutput<typeof predictionSchema>;
export type Progress = v.InferOutput<typeof progressSchema>;

export const emptyProgress: Progress = { visited: [], answers: {}, predictions: {} };

export type ParsedProgress =
  | { readonly status: 'ok'; readonly progress: Progress }
  | { readonly status: 'newer'; readonly version: number }
  | { readonly status: 'corrupt' };

/** Reads progress from storage or from an exported file. Never throws. */
export function parseProgress(raw: string): ParsedProgress {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    return { status: 'corrupt' };
  }
  const version = v.safeParse(versionSchema, json);
  if (version.success && version.output.version > progressVersion) return { status: 'newer', version: version.output.version };
  const file = v.safeParse(fileSchema, json);
  return file.success ? { status: 'ok', progress: file.output.progress } : { status: 'corrupt' };
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
