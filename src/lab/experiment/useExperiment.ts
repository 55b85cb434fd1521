import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { initialValues, readParams, writeParams } from '../../core/experiment/paramUrl';
import type { ParamSpecs, ParamValues } from '../../core/experiment/params';
import { isStopped, orStopped } from '../../runtime/stopping';
import { useMounted } from '../../ui/useMounted';
import { Latch } from '../latch';
import type { Experiment } from './experiment';
import type { Judge } from './judge';
import type { LabRun, LiveRun } from './runStrategy';
import { noteRun } from '../program/ran';
import { countRun } from '../running';
import { hasChoice, programOf, runsOnSpec, settingsThatCount } from './runsOn';

/** `idle` before the first run; afterwards how the last one ended. */
export type CardStatus = 'idle' | 'running' | 'finished' | 'failed' | 'stopped';

/** The run that is under way. */
export interface ActiveRun {
  readonly strategy: string;
  /** Which repeat of how many, from 1. */
  readonly round: number;
  readonly rounds: number;
  /** Runs that have ended, of all that were asked for. */
  readonly done: number;
  readonly total: number;
  /** Something else on the page runs first. */
  readonly waiting: boolean;
  /** Null until the engine is loaded. */
  readonly live: LiveRun | null;
}

export interface ExperimentState {
  readonly values: ParamValues;
  /** What was wrong with the values in the address. */
  readonly complaints: readonly string[];
  readonly runs: readonly LabRun[];
  /** What the lesson makes of the runs; null before the first. */
  readonly judge: Judge | null;
  readonly active: ActiveRun | null;
  readonly status: CardStatus;
  /** The results were measured with other settings than the controls show. */
  readonly outdated: boolean;
  setValue(name: string, value: number | string): void;
  /** Runs the strategies in turn, `rounds` times. Does nothing while something runs. */
  run(strategies: readonly string[], rounds: number): void;
  stop(): void;
  /** The result view calls this when its charts are in place; the first run waits for that, so that drawing does not disturb it. */
  resultReady(): void;
}

/** Why the latest run left no record. */
type NoRun = { readonly kind: 'stopped' } | { readonly kind: 'broken'; readonly by: unknown };

/** Longer than this no run waits for its charts: it can do without. */
const longestWaitMs = 2000;

const sameValues = (a: ParamValues, b: ParamValues): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What an address may set: only what the card shows, or a link could make a reader fetch from elsewhere without knowing. */
function shownSpecs(experiment: Experiment): ParamSpecs {
  const { params, controls } = experiment;
  return {
    ...Object.fromEntries(Object.entries(params).filter(([name]) => controls.includes(name))),
    ...(hasChoice(experiment) ? runsOnSpec : {}),
  };
}

/** Puts values into the page's address. Where a browser refuses (Safari, more than 100 times in 10 s) they only cannot be linked to. */
function keepInAddress(experiment: string, initial: ParamValues, values: ParamValues): void {
  const query = new URLSearchParams(
    writeParams(initial, values, experiment, new URLSearchParams(location.search)).map(([key, text]) => [key, text]),
  ).toString();
  try {
    // With the experiment's own anchor, a copied address leads to it.
    history.replaceState(history.state, '', `${location.pathname}${query === '' ? '' : `?${query}`}#${experiment}`);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** All that a card knows and can do: its values (kept in the URL), its runs, and the one that is under way. */
export function useExperiment(experiment: Experiment): ExperimentState {
  const initial = useMemo(() => initialValues(experiment.params, experiment.initial), [experiment]);
  // The prerendered page knows no query, so it is read after the first draw; what the reader then sets takes its place.
  const mounted = useMounted();
  const asked = useMemo(
    () =>
      readParams(shownSpecs(experiment), initial, experiment.id, new URLSearchParams(mounted ? location.search : '')),
    [experiment, initial, mounted],
  );
  const [edited, setEdited] = useState<ParamValues | null>(null);
  const values = edited ?? asked.values;
  const [runs, setRuns] = useState<readonly LabRun[]>([]);
  const [judge, setJudge] = useState<Judge | null>(null);
  const [active, setActive] = useState<ActiveRun | null>(null);
  const [noRun, setNoRun] = useState<NoRun | null>(null);
  const controller = useRef<AbortController | null>(null);
  const charts = useRef<Latch>(new Latch());

  // Leaving the page ends its workers, also when the browser keeps the page to come back to.
  useEffect(() => {
    const leave = (): void => controller.current?.abort();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  const setValue = useCallback(
    (name: string, value: number | string) => {
      const next = { ...values, [name]: value };
      keepInAddress(experiment.id, initial, next);
      setEdited(next);
    },
    [initial, experiment.id, values],
  );

  const run = useCallback(
    (strategies: readonly string[], rounds: number) => {
      if (controller.current !== null) return;
      const own = new AbortController();
      controller.current = own;
      const end = countRun();
      noteRun(experiment.id);
      let endTurn = (): void => undefined;
      const go = async (): Promise<void> => {
        const first = strategies[0];
        if (first === undefined) return;
        const params = settingsThatCount(values);
        setNoRun(null);
        const soon: ActiveRun = {
          strategy: first,
          round: 1,
          rounds,
          done: 0,
          total: strategies.length,
          waiting: false,
          live: null,
        };
        setActive(soon);
        setRuns((before) => before.filter((old) => sameValues(old.record.params, params)));
        const [{ plannedRuns, runStrategy, takeTurn, withoutTrace }, { judges }] = await orStopped(
          Promise.all([import('./runStrategy'), experiment.judges(), charts.current.wait(longestWaitMs)]),
          own.signal,
        );
        setJudge(judges[experiment.id] ?? null);
        endTurn = await takeTurn(own.signal, { onWait: () => setActive({ ...soon, waiting: true }) });
        const planned = plannedRuns(strategies, rounds, experiment.reference);
        const total = planned.length;
        for (const [done, { strategy, round }] of planned.entries()) {
          const finished = await runStrategy({
            engine: experiment.engine,
            strategy,
            params,
            program: programOf(experiment, strategy, values),
            signal: own.signal,
            onLive: (live) => setActive({ strategy, round, rounds, done, total, waiting: false, live }),
          });
          setRuns((before) => [
            ...before.map((old) => (old.record.strategy === strategy ? withoutTrace(old) : old)),
            finished,
          ]);
          if (own.signal.aborted) return;
        }
      };
      // A run that fails is an outcome. What arrives here is a stop before anything ran, or that a part of the site could not be fetched.
      const onNoRun = (error: unknown): void =>
        setNoRun(isStopped(error) ? { kind: 'stopped' } : { kind: 'broken', by: error });
      void go()
        .catch(onNoRun)
        .finally(() => {
          endTurn();
          end();
          controller.current = null;
          setActive(null);
        });
    },
    [experiment, values],
  );

  const resultReady = useCallback(() => charts.current.open(), []);
  const stop = useCallback(() => controller.current?.abort(), []);

  // To the error boundary around the card, which offers another try.
  if (noRun?.kind === 'broken') throw noRun.by;

  const last = runs.at(-1);
  return {
    values,
    complaints: edited === null ? asked.complaints : [],
    runs,
    judge,
    active,
    status: active !== null ? 'running' : (noRun?.kind ?? last?.record.outcome.status ?? 'idle'),
    outdated: last !== undefined && !sameValues(last.record.params, settingsThatCount(values)),
    setValue,
    run,
    stop,
    resultReady,
  };
}
