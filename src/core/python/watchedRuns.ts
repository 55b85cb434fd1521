import type { WorkItem } from '../schedule/types';
import {
  actorsIn,
  countIn,
  expectAnswer,
  fieldsIn,
  isList,
  listIn,
  numberIn,
  oneOf,
  orNull,
  parseAnswer,
  perActorIn,
  textIn,
} from './answers';
import { accessesIn, packAccesses, unpackRuns } from './packedRuns';
import { loopsIn, thingPlaceIn, thingsIn } from './sharedThings';
import type {
  CodeListing,
  Instruction,
  Place,
  ScheduledCall,
  ScheduledMoment,
  ThreadMoment,
  WatchedRun,
} from './pythonSchedules';

/** What one moment may have at most, of each kind: variables in a space (Python tells 40), calls in a stack, locks. */
const mostInMoment = 100_000;
/** The most functions of a program, and the most instructions of one. */
const mostCode = 1_000_000;

const statuses: Readonly<Record<ThreadMoment['status'], true>> = { new: true, runs: true, waits: true, ended: true };
const lockKinds: Readonly<Record<ScheduledMoment['locks'][number]['kind'], true>> = {
  lock: true,
  within: true,
};

/** A watched run as src/python/scheduled/runs.py tells it. @throws BrokenAnswer where Python never answers so. */
export function unpackWatchedRun(answer: unknown, item: WorkItem): WatchedRun {
  const { result, moments, codes } = fieldsIn(parseAnswer(answer));
  const [run] = unpackRuns(result, [item]);
  expectAnswer(run !== undefined);
  return {
    result: run,
    moments: listIn(moments, run.steps.length + 1, momentIn),
    ...(codes !== null && { codes: codesIn(codes) }),
  };
}

/** A state as Python tells it. @throws BrokenAnswer */
export function momentIn(value: unknown): ScheduledMoment {
  const { enabled, passing, threads, globals, locks, things, loops, printed, now } = fieldsIn(value);
  return {
    enabled: actorsIn(enabled),
    passing: actorsIn(passing),
    threads: perActorIn(threads, threadIn),
    globals: variablesIn(globals),
    locks: listIn(locks, mostInMoment, lockIn),
    things: thingsIn(things),
    loops: loopsIn(loops),
    printed: textIn(printed),
    now: numberIn(now),
  };
}

function threadIn(value: unknown): ThreadMoment {
  const { name, status, calls, within, looks, waits, at, stack } = fieldsIn(value);
  expectAnswer(typeof looks === 'boolean');
  return {
    name: textIn(name),
    status: oneOf(status, statuses),
    calls: listIn(calls, mostInMoment, callIn),
    within: orNull(within, textIn),
    looks,
    waits: orNull(waits, waitsIn),
    at: orNull(at, thingPlaceIn),
    stack: orNull(stack, (list) => listIn(list, mostInMoment, textIn)),
  };
}

function waitsIn(value: unknown): NonNullable<ThreadMoment['waits']> {
  const { object, holders, until, call } = fieldsIn(value);
  return {
    object: textIn(object),
    holders: actorsIn(holders),
    until: orNull(until, numberIn),
    call: orNull(call, textIn),
  };
}

function callIn(value: unknown): ScheduledCall {
  const { function: name, line, offset, code, locals, place } = fieldsIn(value);
  return {
    function: textIn(name),
    // Instructions that nobody wrote have no line.
    line: countIn(line ?? 0),
    // A call that has not begun stands before its first instruction.
    offset: countIn(offset, -2),
    code: countIn(code),
    locals: variablesIn(locals),
    place: orNull(place, namedPlaceIn),
  };
}

function namedPlaceIn(value: unknown): Place {
  expectAnswer(isList(value));
  return [textIn(value[0]), textIn(value[1]), textIn(value[2]), countIn(value[3])];
}

function lockIn(value: unknown): ScheduledMoment['locks'][number] {
  const { object, name, kind, holders, times } = fieldsIn(value);
  return {
    object: textIn(object),
    name: textIn(name),
    kind: oneOf(kind, lockKinds),
    holders: actorsIn(holders),
    times: orNull(times, numberIn),
  };
}

const variablesIn = (value: unknown): ScheduledMoment['globals'] => listIn(value, mostInMoment, variableIn);

function variableIn(value: unknown): readonly [name: string, value: string] {
  expectAnswer(isList(value));
  return [textIn(value[0]), textIn(value[1])];
}

/** A program's bytecode as Python tells it. @throws BrokenAnswer */
export const codesIn = (value: unknown): readonly CodeListing[] => listIn(value, mostCode, codeIn);

/** A program's bytecode, as `codesIn` reads it. */
export const packCodes = (codes: readonly CodeListing[]): unknown =>
  codes.map((code) => ({
    ...code,
    instructions: code.instructions.map((one) => ({ ...one, accesses: packAccesses(one.accesses) })),
  }));

function codeIn(value: unknown): CodeListing {
  const { name, line, instructions } = fieldsIn(value);
  return { name: textIn(name), line: countIn(line), instructions: listIn(instructions, mostCode, instructionIn) };
}

function instructionIn(value: unknown): Instruction {
  const { offset, label, name, argument, line, place, accesses } = fieldsIn(value);
  return {
    offset: countIn(offset),
    label: orNull(label, countIn),
    name: textIn(name),
    argument: textIn(argument),
    line: orNull(line, countIn),
    place: orNull(place, placeIn),
    accesses: accessesIn(accesses),
  };
}

function placeIn(value: unknown): NonNullable<Instruction['place']> {
  expectAnswer(isList(value));
  const [line, column, endLine, endColumn] = value;
  return [countIn(line), countIn(column), countIn(endLine), countIn(endColumn)];
}
