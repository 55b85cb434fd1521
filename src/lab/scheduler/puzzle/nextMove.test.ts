import { describe, expect, it, vi } from 'vitest';
import type { RunResult, Schedule, WorkItem } from '../../../core/schedule/types';
import { nextMove } from './nextMove';
import type { BreakPuzzle } from './puzzle';

const puzzle: BreakPuzzle = {
  id: 'model',
  program: { name: 'model.py', source: '' },
  goal: { kind: 'break', ending: { kind: 'prints', line: '1' }, limit: { of: 'switches', most: 2 } },
  hints: [],
  moral: '',
  solution: [1, 2, 2, 1],
};

/** Two threads with two steps each, a read and a write of one counter; who is last to write what was old loses an update. */
function modelRun({ prefix }: WorkItem): RunResult {
  const left = [0, 2, 2];
  const held = [0, 0, 0];
  let counter = 0;
  const steps: RunResult['steps'][number][] = [];
  const enabled = (): number[] => [1, 2].filter((thread) => (left[thread] ?? 0) > 0);
  const taken: number[] = [];
  while (enabled().length > 0) {
    const can = enabled();
    const last = taken.at(-1) ?? 0;
    const thread = prefix[taken.length] ?? (can.includes(last) ? last : (can[0] ?? 1));
    if (!can.includes(thread)) throw new Error('Nobody can choose that.');
    steps.push({ thread, accesses: [], point: { enabled: can, next: [] } });
    taken.push(thread);
    if (left[thread] === 2) held[thread] = counter;
    else counter = (held[thread] ?? 0) + 1;
    left[thread] = (left[thread] ?? 0) - 1;
  }
  return { steps, end: { enabled: [], next: [] }, outcome: { kind: 'finished', state: `${counter}\n` } };
}
const run = vi.fn<(program: unknown, items: readonly WorkItem[]) => Promise<RunResult[]>>((_, items) =>
  Promise.resolve(items.map(modelRun)),
);
const hint = (taken: Schedule) => nextMove({ run }, puzzle, taken);

describe('the next move', () => {
  it('is that of the recorded way where the reader is on it, without a search', async () => {
    run.mockClear();
    expect(await hint([])).toEqual({ kind: 'go', thread: 1 });
    expect(await hint([1, 2])).toEqual({ kind: 'go', thread: 2 });
    expect(run).not.toHaveBeenCalled();
  });
  it('is found by the search where the reader goes another way', async () => {
    expect(await hint([2])).toEqual({ kind: 'go', thread: 1 });
    expect(await hint([2, 1, 1])).toEqual({ kind: 'go', thread: 2 });
  });
  it('is to go back where nothing leads on', async () => {
    expect(await hint([1, 1])).toEqual({ kind: 'back', moves: 1, certain: true });
    expect(await hint([2, 2, 1])).toEqual({ kind: 'back', moves: 3, certain: true });
  });
});
