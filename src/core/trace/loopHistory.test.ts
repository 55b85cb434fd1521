import { describe, expect, it } from 'vitest';
import { loopHistories, LoopHistory } from './loopHistory';
import { nextTurn, type LoopMoment, type LoopTurn } from './loopMoment';
import type { TraceEvent } from './trace';

const loop = 'loop-1';
const start = (at: number, lane: string, name: string): TraceEvent => ({
  at,
  lane,
  kind: 'start',
  laneKind: 'loop',
  name,
  ...(lane === loop ? {} : { loop }),
});
const ready = (at: number, lane: string): TraceEvent => ({ at, lane, kind: 'ready', on: nextTurn });
/** A turn begins, and ends in a wait. */
const begins = (at: number, lane: string): readonly TraceEvent[] => [
  { at, lane: loop, kind: 'block', on: lane },
  { at, lane, kind: 'run' },
];
const waits = (at: number, lane: string, on: string): readonly TraceEvent[] => [
  { at, lane, kind: 'wait', on },
  { at, lane: loop, kind: 'run' },
];

/** As the page's Python tells of a main task that sets a timer and makes Tea, who sleeps, and keeps the thread when she is woken. */
const events: readonly TraceEvent[] = [
  start(0, 'task-1', 'Main'),
  ready(0, 'task-1'),
  start(1, loop, 'event loop'),
  { at: 1, lane: loop, kind: 'run' },
  ...begins(2, 'task-1'),
  { at: 3, lane: loop, kind: 'timer', number: 1, name: 'print', delayMs: 20 },
  start(4, 'task-2', 'Tea'),
  ready(4, 'task-2'),
  { at: 5, lane: 'task-1', kind: 'block', on: 'Tea' },
  { at: 5, lane: loop, kind: 'run' },
  ...begins(6, 'task-2'),
  { at: 7, lane: loop, kind: 'timer', number: 2, name: '', delayMs: 10, task: 'task-2' },
  ...waits(8, 'task-2', 'sleep 0.01 s'),
  { at: 9, lane: loop, kind: 'wait', on: 'the next timer' },
  { at: 17, lane: loop, kind: 'ready', on: 'GIL' },
  { at: 17, lane: loop, kind: 'run' },
  { at: 18, lane: loop, kind: 'soon', number: 2, name: '' },
  { at: 19, lane: loop, kind: 'call', number: 2 },
  ready(20, 'task-2'),
  { at: 21, lane: loop, kind: 'over', number: 2 },
  ...begins(22, 'task-2'),
  { at: 23, lane: 'task-2', kind: 'wait', on: 'sleep' },
  { at: 30, lane: 'task-2', kind: 'run' },
  ready(31, 'task-1'),
  { at: 32, lane: 'task-2', kind: 'end', end: { status: 'finished' } },
  { at: 32, lane: loop, kind: 'run' },
  { at: 33, lane: loop, kind: 'soon', number: 1, name: 'print' },
  ...begins(34, 'task-1'),
  { at: 35, lane: 'task-1', kind: 'end', end: { status: 'finished' } },
  { at: 35, lane: loop, kind: 'run' },
  { at: 36, lane: loop, kind: 'wait', on: 'to be run again' },
];

const turn = (one: LoopTurn): string =>
  one.kind === 'task' ? one.lane : one.call.name === '' ? `wakes ${one.call.task}` : one.call.name;

/** `task-2 | ready task-1 | timers print@23 | waiting … | done …` */
function drawn(moment: LoopMoment | undefined): string {
  if (moment === undefined) return 'nothing';
  const { doing, ready: line, timers, waiting, done } = moment;
  const does =
    doing.kind === 'turn'
      ? `${turn(doing.turn)}${doing.kept === null ? '' : ` (${doing.kept.state} ${doing.kept.on})`}`
      : doing.kind;
  return [
    does,
    line.map(turn).join(' '),
    timers.map(({ call, due }) => `${turn({ kind: 'call', call })}@${due}`).join(' '),
    waiting.map(({ lane, kept }) => `${lane}: ${kept.state} ${kept.on}`).join(', '),
    done.join(' '),
  ].join(' | ');
}

describe('the history of an event loop', () => {
  const history = new LoopHistory(loop, events);
  const all = Array.from({ length: history.length }, (_, index) => drawn(history.moment(index)));

  it('tells who stood in the ready queue, which timers there were, who ran and who waited', () => {
    expect(all).toEqual([
      'away | task-1 |  |  | ',
      'between | task-1 |  |  | ',
      'task-1 |  |  |  | ',
      'task-1 |  | print@23 |  | ',
      'task-1 | task-2 | print@23 |  | ',
      'between | task-2 | print@23 | task-1: blocked Tea | ',
      'task-2 |  | print@23 | task-1: blocked Tea | ',
      'task-2 |  | wakes task-2@17 print@23 | task-1: blocked Tea | ',
      'between |  | wakes task-2@17 print@23 | task-1: blocked Tea, task-2: waiting sleep 0.01 s | ',
      'sleeps |  | wakes task-2@17 print@23 | task-1: blocked Tea, task-2: waiting sleep 0.01 s | ',
      'between |  | wakes task-2@17 print@23 | task-1: blocked Tea, task-2: waiting sleep 0.01 s | ',
      'between | wakes task-2 | print@23 | task-1: blocked Tea, task-2: waiting sleep 0.01 s | ',
      'wakes task-2 |  | print@23 | task-1: blocked Tea, task-2: waiting sleep 0.01 s | ',
      'wakes task-2 | task-2 | print@23 | task-1: blocked Tea | ',
      'between | task-2 | print@23 | task-1: blocked Tea | ',
      'task-2 |  | print@23 | task-1: blocked Tea | ',
      'task-2 (waiting sleep) |  | print@23 | task-1: blocked Tea | ',
      'task-2 |  | print@23 | task-1: blocked Tea | ',
      'task-2 | task-1 | print@23 |  | ',
      'between | task-1 | print@23 |  | task-2',
      'between | task-1 print |  |  | task-2',
      'task-1 | print |  |  | task-2',
      'between | print |  |  | task-2 task-1',
      'away | print |  |  | task-2 task-1',
    ]);
  });

  it('finds the moment of a time, also before the first and after the last', () => {
    expect([-1, 3, 3.5, 16.9, 99].map((at) => history.moment(history.indexAt(at))?.at)).toEqual([0, 3, 3, 9, 36]);
    expect(history.moment(-1)).toBeUndefined();
    expect(history.moment(history.length)).toBeUndefined();
  });

  it('comes out the same wherever it is begun', () => {
    const turns = Array.from({ length: 700 }, (_, i) => [
      ...begins(100 + i, 'task-1'),
      ready(100 + i, 'task-1'),
      { at: 100 + i, lane: loop, kind: 'run' } as const,
    ]).flat();
    const long = new LoopHistory(loop, [...events, ...turns]);
    const moments = Array.from({ length: long.length }, (_, index) => drawn(long.moment(index)));
    expect(moments.slice(0, all.length)).toEqual(all);
    expect(new Set(moments.slice(all.length))).toEqual(
      new Set([
        'task-1 | print |  |  | task-2 task-1',
        'task-1 | print task-1 |  |  | task-2 task-1',
        'between | print task-1 |  |  | task-2 task-1',
      ]),
    );
    expect(drawn(long.moment(long.length - 1))).toBe(moments.at(-1));
  });

  it('knows the loops of a run apart, and the names of their tasks', () => {
    const second: readonly TraceEvent[] = [
      { at: 50, lane: 'loop-2', kind: 'start', laneKind: 'loop', name: 'event loop of Thread-1' },
      { at: 51, lane: 'task-3', kind: 'start', laneKind: 'loop', name: 'Toast', loop: 'loop-2' },
    ];
    expect(loopHistories([...events, ...second]).map(({ names }) => [...names.values()])).toEqual([
      ['Main', 'event loop', 'Tea'],
      ['event loop of Thread-1', 'Toast'],
    ]);
  });

  it('tells of a cancelled timer, and of a call that is cancelled in the line', () => {
    const cut = new LoopHistory(loop, [
      start(0, loop, 'event loop'),
      { at: 1, lane: loop, kind: 'timer', number: 1, name: 'ring', delayMs: 5 },
      { at: 2, lane: loop, kind: 'over', number: 1 },
      { at: 3, lane: loop, kind: 'soon', number: 2, name: 'knock' },
      { at: 4, lane: loop, kind: 'over', number: 2 },
    ]);
    expect([1, 2, 3, 4].map((at) => drawn(cut.moment(cut.indexAt(at))))).toEqual([
      'away |  | ring@6 |  | ',
      'away |  |  |  | ',
      'away | knock |  |  | ',
      'away |  |  |  | ',
    ]);
  });
});
