import { actorIn, BrokenAnswer, countIn, expectAnswer, fieldsIn, isList, listIn, oneOf, textIn } from './answers';
import { accessesIn, outcomeIn, packAccesses, packPoint, pointIn, remembered } from './packedRuns';
import type { Granularity, ScheduledProgram } from './pythonSchedules';
import type { RecordedState, RecordedStep, Recording } from './recording';
import { readSharedValues, SharedValuesWriter } from './sharedValues';
import { codesIn, momentIn, packCodes } from './watchedRuns';

/**
 * A recording as a file of JSON: what it is of, and its states. Equal values are written once (`sharedValues.ts`). A state is a row of numbers: the places of its moment,
 * point and outcome among the values (-1: there is none), then of each step its thread, the place of its accesses, and the state that it leads to.
 */
export const recordingVersion = 1;
const beforeSteps = 3;
const wordsOfStep = 3;
const none = -1;
/** More states than any recording has. */
const mostStates = 100_000;

const granularities: Readonly<Record<Granularity, true>> = {
  gil: true,
  'free-threaded': true,
  line: true,
  access: true,
  bytecode: true,
};
const times: Readonly<Record<NonNullable<ScheduledProgram['time']>, true>> = { patient: true, free: true };
const orders: Readonly<Record<NonNullable<ScheduledProgram['tasks']>, true>> = { 'in order': true, 'any order': true };

/** A recording as the value that its file holds. */
export function packRecording({ states, codes, ...what }: Recording) {
  const values = new SharedValuesWriter();
  const placeOf = (value: unknown): number => (value === null ? none : values.add(value));
  const rows = states.map(({ moment, point, outcome, steps }) => [
    placeOf(moment),
    placeOf(packPoint(point)),
    placeOf(outcome),
    ...[...steps].flatMap(([thread, { accesses, to }]) => [thread, placeOf(packAccesses(accesses)), to]),
  ]);
  const listing = placeOf(codes && packCodes(codes));
  return {
    version: recordingVersion,
    ...what,
    codes: listing,
    shapes: values.shapes,
    things: values.things,
    states: rows,
  };
}

/** Reads what `packRecording` made; null for a file of another version, or one that is damaged. */
export function parseRecording(file: unknown): Recording | null {
  try {
    const { version, fileName, text, how, python, codes, shapes, things, states } = fieldsIn(file);
    if (version !== recordingVersion) return null;
    const { granularity, mainFirst, time, tasks } = fieldsIn(how);
    expectAnswer(typeof mainFirst === 'boolean');
    const values = readSharedValues(shapes, things);
    const readState = stateReader(values);
    const rows = listIn(states, mostStates, readState);
    expectAnswer(rows.every(({ steps }) => [...steps.values()].every(({ to }) => to < rows.length)));
    return {
      fileName: textIn(fileName),
      text: textIn(text),
      how: {
        granularity: oneOf(granularity, granularities),
        mainFirst,
        time: oneOf(time, times),
        tasks: oneOf(tasks, orders),
      },
      python: textIn(python),
      codes: codes === none ? null : codesIn(values[countIn(codes)]),
      states: rows,
    };
  } catch (error) {
    if (error instanceof BrokenAnswer) return null;
    throw error;
  }
}

/** Reads the rows of states whose values are these. */
function stateReader(values: readonly unknown[]): (row: unknown) => RecordedState {
  const momentAt = remembered(values, momentIn);
  const pointAt = remembered(values, pointIn);
  const outcomeAt = remembered(values, outcomeIn);
  const accessesAt = remembered(values, accessesIn);
  return (row) => {
    expectAnswer(isList(row) && row.length >= beforeSteps && (row.length - beforeSteps) % wordsOfStep === 0);
    const [moment, point, outcome] = row;
    const steps = new Map<number, RecordedStep>();
    for (let at = beforeSteps; at < row.length; at += wordsOfStep)
      steps.set(actorIn(row[at]), { accesses: accessesAt(row[at + 1]), to: countIn(row[at + 2]) });
    return {
      moment: moment === none ? null : momentAt(moment),
      point: pointAt(point),
      outcome: outcome === none ? null : outcomeAt(outcome),
      steps,
    };
  };
}
