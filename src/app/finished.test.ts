import { describe, expect, it } from 'vitest';
import { catalog, questionIds } from '../lessons/catalog';
import { emptyProgress, type Progress } from '../storage/progressFile';
import { finishedCount, nextLesson } from './finished';

const ids = catalog.map(({ id }) => id);
const [first = '', second = '', third = ''] = ids;
const reader = (visited: readonly string[], finished: readonly string[]): Progress => ({
  ...emptyProgress,
  visited,
  answers: Object.fromEntries(
    finished.flatMap((id) => (questionIds[id] ?? []).map((question) => [`${id}/${question}`, 'a'])),
  ),
});
const next = (visited: readonly string[], finished: readonly string[] = []): string | undefined =>
  nextLesson(reader(visited, finished))?.id;

describe('where a reader goes on', () => {
  it('is nowhere on a first visit', () => expect(next([])).toBeUndefined());
  it('is the lesson that was opened last', () => expect(next([first, second], [first])).toBe(second));
  it('is the next one when that is finished', () => expect(next([first, second], [first, second])).toBe(third));
  it('is what was left out when the last is finished', () =>
    expect(
      next(
        ids,
        ids.filter((id) => id !== second),
      ),
    ).toBe(second));
  it('is nowhere when all are finished', () => {
    expect(next(ids, ids)).toBeUndefined();
    expect(finishedCount(reader(ids, ids))).toBe(ids.length);
  });
});
