import { describe, expect, it } from 'vitest';
import { LoopHistory } from './loopHistory';
import { nextTurn } from './loopMoment';
import { callWords, doingWords, sayMoment } from './loopWords';
import type { TraceEvent } from './trace';

const loop = 'loop-1';
const told = (events: readonly TraceEvent[]): readonly string[] => {
  const history = new LoopHistory(loop, events);
  const nameOf = (lane: string): string => history.names.get(lane) ?? lane;
  return Array.from({ length: history.length }, (_, index) => {
    const moment = history.moment(index);
    return moment === undefined ? '' : sayMoment(moment, history.moment(index - 1), nameOf, loop);
  });
};
const start: readonly TraceEvent[] = [
  { at: 0, lane: 'task-1', kind: 'start', laneKind: 'loop', name: 'Tea', loop },
  { at: 0, lane: 'task-1', kind: 'ready', on: nextTurn },
  { at: 1, lane: loop, kind: 'start', laneKind: 'loop', name: 'event loop' },
  { at: 1, lane: loop, kind: 'run' },
];

describe('what has just happened in an event loop', () => {
  it('is a sentence for each moment of a sleep', () => {
    expect(
      told([
        ...start,
        { at: 2, lane: loop, kind: 'block', on: 'Tea' },
        { at: 2, lane: 'task-1', kind: 'run' },
        { at: 3, lane: loop, kind: 'timer', number: 1, name: '', delayMs: 300, task: 'task-1' },
        { at: 4, lane: 'task-1', kind: 'wait', on: 'sleep 0.3 s' },
        { at: 4, lane: loop, kind: 'run' },
        { at: 5, lane: loop, kind: 'wait', on: 'the next timer' },
        { at: 303, lane: loop, kind: 'run' },
        { at: 304, lane: loop, kind: 'soon', number: 1, name: '' },
        { at: 305, lane: loop, kind: 'call', number: 1 },
        { at: 306, lane: 'task-1', kind: 'ready', on: nextTurn },
        { at: 307, lane: loop, kind: 'over', number: 1 },
        { at: 308, lane: loop, kind: 'block', on: 'Tea' },
        { at: 308, lane: 'task-1', kind: 'run' },
        { at: 309, lane: 'task-1', kind: 'wait', on: 'sleep' },
        { at: 310, lane: 'task-1', kind: 'run' },
        { at: 311, lane: 'task-1', kind: 'end', end: { status: 'finished' } },
        { at: 311, lane: loop, kind: 'run' },
        { at: 312, lane: loop, kind: 'end', end: { status: 'finished' } },
      ]),
    ).toEqual([
      'Tea is made, and stands in the ready queue.',
      'The loop begins to run.',
      'Tea has its turn.',
      'A timer is set: in 300\u00a0ms it wakes Tea.',
      'Tea ends its turn, waiting for sleep 0.3 s.',
      'Nothing is ready: the loop sleeps.',
      'The loop wakes.',
      'The timer is due: “wakes Tea” stands at the end of the ready queue.',
      'wakes Tea: this call has its turn.',
      'Tea can go on: it stands at the end of the ready queue.',
      'wakes Tea: this turn is over.',
      'Tea has its turn.',
      'Tea keeps the thread, waiting for sleep.',
      'Tea goes on.',
      'Tea is done.',
      'The loop is closed.',
    ]);
  });

  it('tells of calls, of what is cancelled, and of a failure', () => {
    expect(
      told([
        ...start,
        { at: 2, lane: loop, kind: 'soon', number: 1, name: 'ring' },
        { at: 3, lane: loop, kind: 'timer', number: 2, name: 'Timeout._on_timeout', delayMs: 50, task: 'task-1' },
        { at: 4, lane: loop, kind: 'over', number: 2 },
        { at: 5, lane: loop, kind: 'block', on: 'Tea' },
        { at: 5, lane: 'task-1', kind: 'run' },
        { at: 6, lane: 'task-1', kind: 'ready', on: nextTurn },
        { at: 7, lane: loop, kind: 'run' },
        { at: 8, lane: 'task-1', kind: 'end', end: { status: 'failed', reason: 'ValueError: no tea' } },
      ]).slice(2),
    ).toEqual([
      'ring() is put at the end of the ready queue.',
      'A timer is set: in 50\u00a0ms it calls Timeout._on_timeout() for Tea.',
      'The timer “Timeout._on_timeout() for Tea” is cancelled.',
      'Tea has its turn.',
      'Tea stands at the end of the ready queue, where its next turn comes.',
      'Tea ends its turn.',
      'Tea has failed: ValueError: no tea.',
    ]);
  });
});

it('says what the thread does, and what a call is', () => {
  const nameOf = (): string => 'Tea';
  expect(callWords({ number: 1, name: '', task: null }, nameOf)).toBe('ends a sleep');
  expect(doingWords({ kind: 'away' }, nameOf)).toBe('nobody: the loop does not run');
  expect(doingWords({ kind: 'between', kept: { state: 'ready', on: 'GIL' } }, nameOf)).toBe(
    'the loop itself, ready, wants the GIL',
  );
  expect(doingWords({ kind: 'sleeps', on: 'nothing to do' }, nameOf)).toBe(
    'nobody: the loop sleeps until something wakes it',
  );
});
