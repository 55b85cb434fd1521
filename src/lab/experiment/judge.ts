import { tieRatio } from '../../core/base/statistics';
import type { Millis } from '../../core/base/time';
import type { Measured } from '../../core/experiment/measured';
import type { ParamValues } from '../../core/experiment/params';

/** Where a guess lies among the times that were measured. */
export interface GuessMark {
  /** The strategy that the guess speaks of. */
  readonly strategy: string;
  /** At least this long. */
  readonly fromMs: Millis;
  /** At most this long; `Infinity` where the guess names no end. */
  readonly toMs: Millis;
}

/** What a lesson makes of the runs of an experiment. It is fetched with the first run. */
export interface Judge {
  /** Where the prediction is a choice, or one for each strategy: the option that came out, or null while that is not known. */
  readonly answer?: (measured: Measured) => string | null;
  /** Where the prediction is a choice: the options that the lesson expects with these settings; none where it expects nothing. */
  readonly expects?: (params: ParamValues) => readonly string[];
  /** Where the prediction is a ranking: pairs of strategies, the faster one first, that the lesson expects with these settings. */
  readonly faster?: (params: ParamValues) => readonly (readonly [string, string])[];
  /** Why it came out so: a sentence by option, or one that holds for every ranking. */
  readonly because: Readonly<Record<string, string>> | string;
  /** Where a choice lies in the chart of times; null where it cannot be said. */
  readonly mark?: (option: string, measured: Measured) => GuessMark | null;
}

/** Those of a lesson, by the ids of its experiments. */
export type Judges = Readonly<Record<string, Judge>>;

/** A setting as a number. `NaN` where there is none: the page's Python knows only those of its interpreter. */
export const numberIn = (params: ParamValues, name: string): number => Number(params[name] ?? Number.NaN);

/** About as long as that. */
export const around = (strategy: string, ms: Millis): GuessMark => ({
  strategy,
  fromMs: ms / tieRatio,
  toMs: ms * tieRatio,
});
/** Clearly longer than that. */
export const beyond = (strategy: string, ms: Millis): GuessMark => ({
  strategy,
  fromMs: ms * tieRatio,
  toMs: Number.POSITIVE_INFINITY,
});
/** Clearly shorter than that, and at least `leastMs`. */
export const below = (strategy: string, ms: Millis, leastMs: Millis = 0): GuessMark => ({
  strategy,
  fromMs: leastMs,
  toMs: ms / tieRatio,
});
