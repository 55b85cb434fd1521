import { countingParams } from '../../core/engines/counting';
import { describe, expect, it } from 'vitest';
import type { Experiment } from './experiment';
import { controlsThatCount, hasChoice, programOf, runnablePart, settingsThatCount } from './runsOn';

const program = { name: 'count.py', html: 'print(1)' };
const experiment: Experiment = {
  id: 'counting',
  title: 'Counting',
  question: 'How long?',
  engine: 'counting',
  params: countingParams,
  strategies: [
    { id: 'sequential', name: 'One after another', summary: '', program },
    { id: 'mainThread', name: 'On the main thread', summary: '' },
  ],
  prediction: { kind: 'rank' },
  judges: () => Promise.resolve({ judges: {} }),
  controls: ['scale', 'switchIntervalMs'],
};

describe('what an experiment runs on', () => {
  const workers = { scale: 3, switchIntervalMs: 5 };
  const python = { ...workers, runsOn: 'python' };

  it('is workers, with all settings, unless something says Python', () => {
    for (const values of [workers, { ...workers, runsOn: 'workers' }, { ...workers, runsOn: 'pythons' }]) {
      expect(runnablePart(experiment, values)).toBe(experiment);
      expect(settingsThatCount(values)).toEqual(workers);
      expect(controlsThatCount(experiment, values)).toEqual(['scale', 'switchIntervalMs']);
      expect(programOf(experiment, 'sequential', values)).toBeNull();
    }
  });

  it('is Python with the programs there are, and only the interpreter’s settings', () => {
    expect(runnablePart(experiment, python).strategies.map(({ id }) => id)).toEqual(['sequential']);
    expect(settingsThatCount(python)).toEqual({ switchIntervalMs: 5, runsOn: 'python' });
    expect(controlsThatCount(experiment, python)).toEqual(['switchIntervalMs']);
    expect(programOf(experiment, 'sequential', python)).toBe(program);
    expect(programOf(experiment, 'mainThread', python)).toBeNull();
  });

  it('is a choice only where there are programs', () => {
    expect(hasChoice(experiment)).toBe(true);
    expect(hasChoice({ ...experiment, strategies: experiment.strategies.slice(1) })).toBe(false);
    expect(hasChoice({ ...experiment, engine: 'programs' })).toBe(false);
  });
});
