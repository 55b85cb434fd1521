import { expect, it } from 'vitest';
import { StrategyFailure } from '../../../core/experiment/experiment';
import type { ScheduledProgram, WatchedRun } from '../../../core/python/pythonSchedules';
import type { RecordedState, Recording } from '../../../core/python/recording';
import type { Schedule } from '../../../core/schedule/types';
import { RecordedFirst } from './recordedFirst';

const program: ScheduledProgram = {
  source: 'counter = 0',
  fileName: 'two.py',
  granularity: 'gil',
  watch: [],
  mainFirst: false,
  accesses: true,
};

const stateOf = (steps: RecordedState['steps']): RecordedState => ({
  moment: {
    enabled: [1],
    passing: [],
    threads: [],
    globals: [],
    locks: [],
    things: [],
    loops: [],
    printed: '',
    now: 0,
  },
  point: { enabled: [1], next: [] },
  outcome: null,
  steps,
});

/** One step of thread 1, and no more. */
const oneStep: Recording = {
  fileName: 'two.py',
  text: '',
  how: { granularity: 'gil', mainFirst: false, time: 'patient', tasks: 'in order' },
  python: '3.14.2',
  codes: null,
  states: [stateOf(new Map([[1, { accesses: [], to: 1 }]])), stateOf(new Map())],
};

const live: WatchedRun = { result: { steps: [], end: { enabled: [], next: [] }, outcome: null }, moments: [] };

/** A page whose Python notes what it is asked for. */
function pageWith(recording: Recording | null, answer = (): Promise<WatchedRun> => Promise.resolve(live)) {
  const asked: (Schedule | 'beforehand')[] = [];
  const first = new RecordedFirst(
    {
      step: (_program, prefix) => {
        asked.push(prefix);
        return answer();
      },
      prepareUnasked: () => void asked.push('beforehand'),
    },
    async () => recording,
  );
  const step = (prefix: Schedule): Promise<WatchedRun> =>
    first.step(program, prefix, {
      maxSteps: 10,
      from: 0,
      signal: new AbortController().signal,
      onBoot: () => undefined,
    });
  return { asked, step };
}

it('steps as far as was recorded without Python, and further with it', async () => {
  const { asked, step } = pageWith(oneStep);
  expect((await step([])).moments).toHaveLength(1);
  expect((await step([1])).result.steps).toHaveLength(1);
  expect(asked).toEqual(['beforehand']);
  expect(await step([1, 1])).toBe(live);
  expect(asked).toEqual(['beforehand', [1, 1]]);
});

it('says where the recording ends that Python cannot go on', async () => {
  const { step } = pageWith(oneStep, () => Promise.reject(new StrategyFailure('There is no Python.', 'reload')));
  await expect(step([1, 1])).rejects.toMatchObject({
    message: 'There is no Python. What was recorded of this program ends here: go back to choose otherwise.',
    remedy: 'reload',
  });
});

it('asks Python where nothing was recorded, and starts none besides', async () => {
  const { asked, step } = pageWith(null);
  expect(await step([])).toBe(live);
  expect(asked).toEqual([[]]);
});
