import type { ParamSpecs, ParamValues } from '../../core/experiment/params';
import type { EngineId, Experiment } from './experiment';
import type { Program } from '../workbench/program';

/** What runs an experiment: the workers made for it, or Python with the lesson's own programs. */
export type RunsOn = 'workers' | 'python';

/** The setting that says so, beside the experiment's own; a link carries it too. */
export const runsOnSpec = {
  runsOn: { kind: 'text', label: 'Runs on', initial: 'workers', maxLength: 7 },
} as const satisfies ParamSpecs;

/** An experiment whose strategies are programs only runs on Python, which nobody can change. */
export const programsParams = {
  runsOn: { ...runsOnSpec.runsOn, initial: 'python' },
} as const satisfies ParamSpecs;

/** A program has its own numbers; these settings are the interpreter's, and that of the pages it asks for. */
const interpreterSettings = ['runsOn', 'switchIntervalMs', 'latencyMs'];

/** Anything but `python` means workers. */
export function runsOnOf({ runsOn }: ParamValues): RunsOn {
  return runsOn === 'python' ? 'python' : 'workers';
}

/** The settings that a run depends on. */
export function settingsThatCount(values: ParamValues): ParamValues {
  if (runsOnOf(values) === 'workers')
    return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'runsOn'));
  return Object.fromEntries(Object.entries(values).filter(([name]) => interpreterSettings.includes(name)));
}

/** The controls that mean something for what runs it. */
export function controlsThatCount({ controls }: Experiment, values: ParamValues): readonly string[] {
  return runsOnOf(values) === 'workers' ? controls : controls.filter((name) => interpreterSettings.includes(name));
}

/** The experiment without what cannot be run so: Python needs a program, and plots no points. */
export function runnablePart(experiment: Experiment, values: ParamValues): Experiment {
  if (runsOnOf(values) === 'workers') return experiment;
  const { chart: _, ...rest } = experiment;
  return { ...rest, strategies: rest.strategies.filter(({ program }) => program !== undefined) };
}

/** What Python is to run for a strategy; null when workers do it. */
export function programOf({ strategies }: Experiment, strategy: string, values: ParamValues): Program | null {
  if (runsOnOf(values) === 'workers') return null;
  return strategies.find(({ id }) => id === strategy)?.program ?? null;
}

/** Whether an experiment is of programs only. */
export const isOfPrograms = ({ engine }: Pick<Experiment, 'engine'>): boolean =>
  engine === ('programs' satisfies EngineId);

/** Whether the reader has the choice between workers and Python. The tape is only drawn. */
export function hasChoice({ engine, strategies }: Experiment): boolean {
  return (
    engine !== ('tape' satisfies EngineId) &&
    !isOfPrograms({ engine }) &&
    strategies.some(({ program }) => program !== undefined)
  );
}
