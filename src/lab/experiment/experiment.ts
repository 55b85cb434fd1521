import type { ComponentType } from 'react';
import type { countingParams, CountingStrategy, sweepParams, SweepStrategy } from '../../core/engines/counting';
import type { downloadParams, DownloadStrategy } from '../../core/engines/downloads';
import type { heartbeatParams, HeartbeatStrategy, sleepsParams, SleepsStrategy } from '../../core/engines/loop';
import type { retriesParams, RetriesStrategy } from '../../core/engines/retries';
import type {
  cellParams,
  CellStrategy,
  databaseParams,
  DatabaseStrategy,
  queueParams,
  QueueStrategy,
} from '../../core/engines/sharing';
import type { tapeParams, TapeStrategy } from '../../core/engines/tape';
import type { ParamSpecs } from '../../core/experiment/params';
import type { Program } from '../workbench/program';
import type { Judges } from './judge';
import type { FormProps } from './PredictionForms';
import type { programsParams } from './runsOn';

interface Engine<Strategies extends string, Params extends ParamSpecs> {
  readonly strategies: Strategies;
  readonly params: Params;
}

/** The engines there are, what each lets a reader set, and the strategies it can run. */
interface Engines {
  downloads: Engine<DownloadStrategy, typeof downloadParams>;
  counting: Engine<CountingStrategy, typeof countingParams>;
  sweep: Engine<SweepStrategy, typeof sweepParams>;
  cell: Engine<CellStrategy, typeof cellParams>;
  database: Engine<DatabaseStrategy, typeof databaseParams>;
  queue: Engine<QueueStrategy, typeof queueParams>;
  retries: Engine<RetriesStrategy, typeof retriesParams>;
  sleeps: Engine<SleepsStrategy, typeof sleepsParams>;
  heartbeat: Engine<HeartbeatStrategy, typeof heartbeatParams>;
  tape: Engine<TapeStrategy, typeof tapeParams>;
  /** No workers: the page's Python runs the program of each strategy, and every strategy has one. */
  programs: Engine<string, typeof programsParams>;
}
export type EngineId = keyof Engines;

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
    }
  /** Pick an option for each strategy; the judge's answer, like the guess, is their ids in the order of the strategies, with spaces between. */
  | {
      readonly kind: 'each';
      /** `EachForm`, named by the lesson so that pages of others do not carry it. */
      readonly Form: ComponentType<FormProps>;
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

/** One question with its controls, strategies and result, as a lesson's `experiments.ts` has it written. */
interface ExperimentOf<E extends EngineId> {
  /** Unique within the site; it names the experiment in URLs and in storage. */
  readonly id: string;
  /** Short heading: "Three downloads". */
  readonly title: string;
  /** One sentence that ends in a question mark. */
  readonly question: string;
  readonly engine: E;
  /** The engine's own, all of them: a lesson names them, so that its page carries those of no other engine. */
  readonly params: Engines[E]['params'];
  readonly strategies: readonly Strategy<Engines[E]['strategies']>[];
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
  /** Strategies that the page cannot run, and that native CPython can: they stand in the table of what was recorded. */
  readonly recordedOnly?: readonly Pick<Strategy, 'id' | 'name'>[];
}

/** One question with its controls, strategies and result; the type does not know its engine. */
export interface Experiment extends Omit<ExperimentOf<EngineId>, 'params'> {
  readonly params: ParamSpecs;
}

/** Checks an experiment's strategies and parameters against its engine, and forgets the engine in the type. */
export function defineExperiment<E extends EngineId>(experiment: ExperimentOf<E>): Experiment {
  return experiment;
}
