import { describe, expect, it } from 'vitest';
import { isComplete, play, tally, tellsOf, type RecordedState, type Recording } from './recording';
import { packRecording, parseRecording } from './recordingFile';
import type { ScheduledMoment } from './pythonSchedules';

const momentOf = (enabled: readonly number[], counter: string): ScheduledMoment => ({
  enabled,
  passing: [],
  threads: [],
  globals: [['counter', counter]],
  locks: [],
  things: [],
  loops: [],
  printed: '',
  now: 0,
});

/** A state in which these threads may go on, each to the state of the number behind it. */
const state = (counter: string, steps: Readonly<Record<number, number>>, outcome?: string): RecordedState => {
  const enabled = Object.keys(steps).map(Number);
  return {
    moment: momentOf(enabled, counter),
    point: { enabled, next: [null, undefined] },
    outcome: outcome === undefined ? null : { kind: 'finished', state: outcome },
    steps: new Map(
      Object.entries(steps).map(([thread, to]) => [
        Number(thread),
        { accesses: [{ object: `global counter`, kind: 'write', shut: true }], to },
      ]),
    ),
  };
};

/** Ada (1) and Ben (2) have one step each, and the one who comes second wins; then the main thread goes on. */
const twoOrders: Recording = {
  fileName: 'two.py',
  text: '00000000',
  how: { granularity: 'gil', mainFirst: true, time: 'patient', tasks: 'in order' },
  python: '3.14.2',
  codes: [
    {
      name: 'add',
      line: 3,
      instructions: [
        {
          offset: 2,
          label: null,
          name: 'STORE_GLOBAL',
          argument: 'counter',
          line: 4,
          place: [4, 0, 4, 7],
          accesses: [{ object: 'global counter', kind: 'write' }],
        },
      ],
    },
  ],
  states: [
    state('0', { 0: 1 }),
    state('0', { 1: 2, 2: 3 }),
    state('1', { 2: 4 }),
    state('2', { 1: 5 }),
    state('2', { 0: 6 }),
    state('1', { 0: 7 }),
    state('2', {}, '2\n'),
    state('1', {}, '1\n'),
  ],
};

const cut: Recording = {
  ...twoOrders,
  states: twoOrders.states.with(3, { ...state('2', { 1: 5 }), steps: new Map() }),
};

describe('a recording', () => {
  it('is played as Python steps: the main thread goes on unasked', () => {
    const beginning = play(twoOrders, []);
    expect(beginning?.result).toMatchObject({ steps: [{ thread: 0 }], end: { enabled: [1, 2] }, outcome: null });
    expect(beginning?.moments).toHaveLength(2);
    const end = play(twoOrders, [0, 1, 2]);
    expect(end?.result.steps.map(({ thread }) => thread)).toEqual([0, 1, 2, 0]);
    expect(end?.result.outcome).toEqual({ kind: 'finished', state: '2\n' });
  });

  it('tells the states from a step on', () => {
    expect(play(twoOrders, [0, 2], 2)?.moments).toEqual([momentOf([1], '2')]);
  });

  it('does not know what was not recorded, and what cannot be chosen', () => {
    expect(play(twoOrders, [0, 1, 1])).toBeNull();
    expect(play(twoOrders, [0, 1, 2, 0, 0])).toBeNull();
    expect(play(cut, [0, 2])?.result.end.enabled).toEqual([1]);
    expect(play(cut, [0, 2, 1])).toBeNull();
  });

  it('counts the orders by what becomes of them, where it has them all', () => {
    expect(tally(twoOrders)).toEqual([
      { outcome: { kind: 'finished', state: '2\n' }, schedules: 1 },
      { outcome: { kind: 'finished', state: '1\n' }, schedules: 1 },
    ]);
    expect(isComplete(cut)).toBe(false);
    expect(tally(cut)).toBeNull();
  });

  it('tells of a program under its own rule, and of no other', () => {
    const program = {
      source: '',
      fileName: 'two.py',
      granularity: 'gil',
      watch: [],
      mainFirst: true,
      accesses: true,
    } as const;
    expect(tellsOf(twoOrders, program)).toBe(true);
    expect(tellsOf(twoOrders, { ...program, granularity: 'line' })).toBe(false);
    expect(tellsOf(twoOrders, { ...program, time: 'free' })).toBe(false);
    expect(tellsOf(twoOrders, { ...program, watch: ['counter'] })).toBe(false);
  });
});

describe('the file of a recording', () => {
  const file: unknown = JSON.parse(JSON.stringify(packRecording(twoOrders)));

  it('is read as it was written', () => {
    expect(parseRecording(file)).toEqual(twoOrders);
  });

  it('is refused where it is of another version, or damaged', () => {
    const fields = file as Readonly<Record<string, unknown>>;
    expect(parseRecording({ ...fields, version: 2 })).toBeNull();
    expect(parseRecording({ ...fields, states: [[0, 0, 0, 1, 0, 99]] })).toBeNull();
    expect(parseRecording({ ...fields, things: [[0]] })).toBeNull();
    expect(parseRecording('')).toBeNull();
  });
});
