/**
 * Recordings of programs' states (`src/core/python/recording.ts`): played, they tell what the page's Python tells. With `TIMESLICE_RECORD=1` they are made anew:
 * `npm run record -- --schedules`.
 */
import lock from 'pyodide/pyodide-lock.json' with { type: 'json' };
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import type { ScheduledProgram, WatchedRun } from '../../../src/core/python/pythonSchedules';
import { isComplete, play, type RecordedState, type Recording } from '../../../src/core/python/recording';
import { packRecording, parseRecording } from '../../../src/core/python/recordingFile';
import type { Schedule, ThreadIndex } from '../../../src/core/schedule/types';
import { digestOf } from '../../../src/lab/digestOf';
import { tabForTests } from '../tab';
import { recorded, recordingsIn, type Recorded } from './recorded';
import { fitted, recordStates, sizeOf, type MakeRuns } from './recorder';

/** What a recording may take on its way to the page, in bytes. */
const mostBytes = 30_000;
/** How many steps a run has at most that is made to be recorded. */
const mostSteps = 300;
/** How long one may take: a large one is recorded in minutes, and compared in seconds. */
const mostMs = 600_000;
/** How many schedules of a recording are compared, at most; with `TIMESLICE_THOROUGH=1`, as many as go over every step of it. */
const mostCompared = process.env['TIMESLICE_THOROUGH'] === undefined ? 12 : Infinity;

/** The page's Python. */
const python = lock.info.python;

const page = tabForTests();

/** Steps through a program with each of these schedules, as the stepper does. */
const stepped = (program: ScheduledProgram, schedules: readonly Schedule[]): Promise<readonly WatchedRun[]> =>
  page.evaluate(
    async ([what, wanted, maxSteps]) => {
      if (window.schedules === undefined) throw new Error('The page is not ready.');
      const made: WatchedRun[] = [];
      for (const schedule of wanted) made.push(await window.schedules.step(what, schedule, { maxSteps }));
      return made;
    },
    [program, schedules, mostSteps] as const,
  );

/** Makes runs of a program to be recorded. */
const makeRunsOf =
  (program: ScheduledProgram): MakeRuns =>
  (runs) =>
    page.evaluate(
      async ([what, wanted, maxSteps]) => {
        if (window.schedules === undefined) throw new Error('The page is not ready.');
        const made: WatchedRun[] = [];
        for (const { prefix, from } of wanted)
          made.push(await window.schedules.replay(what, prefix, { maxSteps, from }));
        return made;
      },
      [program, runs, mostSteps] as const,
    );

/** Schedules that together go over every step of a recording, each to an end of it. */
function schedulesOf({ states }: Recording): readonly Schedule[] {
  const wayTo = new Map<number, Schedule>([[0, []]]);
  for (const [at, way] of wayTo)
    for (const [thread, { to }] of states[at]?.steps ?? []) if (!wayTo.has(to)) wayTo.set(to, [...way, thread]);
  const passed = new Set<string>();
  const isFresh = (at: number, thread: ThreadIndex): boolean => !passed.has(`${at} ${thread}`);
  const schedules: Schedule[] = [];
  for (const [first, way] of wayTo)
    while ([...(states[first]?.steps.keys() ?? [])].some((thread) => isFresh(first, thread))) {
      const schedule = [...way];
      for (let at = first; ;) {
        const steps = [...(states[at]?.steps ?? [])];
        const [thread, step] = steps.find(([one]) => isFresh(at, one)) ?? steps[0] ?? [];
        if (thread === undefined || step === undefined) break;
        passed.add(`${at} ${thread}`);
        schedule.push(thread);
        at = step.to;
      }
      schedules.push(schedule);
    }
  return schedules;
}

/** Records a program, as much of it as fits. */
async function record({ program }: Recorded): Promise<Recording> {
  const { fileName, granularity, mainFirst, time = 'patient', tasks = 'in order' } = program;
  const how = { granularity, mainFirst, time, tasks };
  const found = await recordStates(makeRunsOf(program));
  const [beginning] = await stepped(program, [[]]);
  const recordingOf = (states: readonly RecordedState[]): Recording => ({
    fileName,
    text: digestOf(program.source),
    how,
    python,
    codes: beginning?.codes ?? null,
    states,
  });
  return recordingOf(fitted(found, how, mostBytes, (states) => packRecording(recordingOf(states))));
}

it.each(recorded)('$name', { timeout: mostMs }, async (one) => {
  const { program, path } = one;
  if (process.env['TIMESLICE_RECORD'] !== undefined) {
    const recording = await record(one);
    const file = packRecording(recording);
    writeFileSync(path, `${JSON.stringify(file)}\n`);
    console.log(
      `${one.name}: ${sizeOf(file)} bytes, ${file.states.length} states, ${isComplete(recording) ? 'all' : 'the first'}`,
    );
  }
  const recording = parseRecording(JSON.parse(readFileSync(path, 'utf8')));
  expect(recording).toMatchObject({ fileName: program.fileName, text: digestOf(program.source), python });
  if (recording === null) return;
  const all = schedulesOf(recording);
  const every = Math.max(1, Math.ceil(all.length / mostCompared));
  const compared = all.filter((_, at) => at % every === 0);
  const told = await stepped(program, compared);
  compared.forEach((schedule, at) => {
    expect(inJson(play(recording, schedule)), `the schedule ${schedule.join(' ')}`).toEqual(inJson(told[at]));
  });
});

it('no recording is left over, and none is missing: `npm run record -- --schedules` makes them', () => {
  const names = recordingsIn.flatMap((folder) =>
    readdirSync(folder).filter((file) => file.endsWith('.schedules.json')),
  );
  expect(names.sort()).toEqual(recorded.map(({ path }) => basename(path)).sort());
});

/** What is told, without objects' identities, and without what is undefined. */
const inJson = (told: WatchedRun | null | undefined): unknown => JSON.parse(JSON.stringify(told ?? null));
