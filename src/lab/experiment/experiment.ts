import type { CountingStrategy, SweepStrategy } from '../../core/engines/counting';
import type { DownloadStrategy } from '../../core/engines/downloads';
import type { HeartbeatStrategy, SleepsStrategy } from '../../core/engines/loop';
import type { RetriesStrategy } from '../../core/engines/retries';
import type { TapeStrategy } from '../../core/engines/tape';
import type { CellStrategy, DatabaseStrategy, QueueStrategy } from '../../core/engines/sharing';
import type { Program } from '../workbench/program';
import type { Judges } from './judge';

/** The engines there are, and the strategies each can run. */
export interface EngineStrategies {
  downloads: DownloadStrategy;
  counting: CountingStrategy;
  sweep: SweepStrategy;
  cell: CellStrategy;
  database: DatabaseStrategy;
  queue: QueueStrategy;
  retries: RetriesStrategy;
  sleeps: SleepsStrategy;
  heartbeat: HeartbeatStrategy;
  tape: TapeStrategy;
}
export type EngineId = keyof EngineStrategies;

/** One strategy as a lesson offers it. */
export interface Strategy<S extends string = string> {
  readonly id: S;
  /** A word or two, as on its tab and in the chart: "Threaded". */
  readonly name: string;
  /** One sentence: what it does and with what. */
  readonly summary: string;
  /** The Python that does the same; at least one strategy of an experiment has one. */
  readonly program?: Program;
}

/** What the reader is asked before the first run. */
export type Prediction =
  /** Rank the strategies, fastest first; compared with the measured times. */
  | { readonly kind: 'rank' }
  /** Pick one option; the experiment's judge finds the right one in what was measured. */
  | {
      readonly kind: 'choice';
      readonly question: string;
      readonly options: readonly { readonly id: string; readonly text: string }[];
    };

/** Which chart besides the timings, if any; a line chart draws the engine's plotted points. */
export interface ExtraChart {
  readonly kind: 'line';
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** What is true between two points: they lie on a line; the first one's value holds until the second; or nothing is known, and each point stands alone. */
  readonly shape: 'linear' | 'step' | 'stems';
}

/** One question with its controls, strategies and result. Written in a lesson's `experiments.ts`. */
export interface Experiment<E extends EngineId = EngineId> {
  /** Unique within the site; it names the experiment in URLs and in storage. */
  readonly id: string;
  /** Short heading: "Three downloads". */
  readonly title: string;
  /** One sentence that ends in a question mark. */
  readonly question: string;
  readonly engine: E;
  readonly strategies: readonly Strategy<EngineStrategies[E]>[];
  readonly prediction: Prediction;
  /** What the lesson makes of the runs of its experiments; fetched with the first run. */
  readonly judges: () => Promise<{ readonly judges: Judges }>;
  /** The strategy that is measured again at the end, because it computes: if it then takes another time, the machine was busy. */
  readonly reference?: string;
  /** Values that differ from the engine's own initial ones. */
  readonly initial?: Readonly<Record<string, number | string>>;
  /** The controls to show, in order; the engine's other parameters keep their initial value. */
  readonly controls: readonly string[];
  readonly chart?: ExtraChart;
  /** Which bars the timings chart draws; `none` where times are not the point. */
  readonly timings?: 'bars' | 'none';
  /** Figures of native CPython to show beside the page's own: a key of `recordings.json`. */
  readonly recording?: string;
}

/** Checks an experiment's strategies against its engine, and forgets the engine in the type. */
export function defineExperiment<E extends EngineId>(experiment: Experiment<E>): Experiment {
  return experiment;
}
