import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftsKey } from '../../storage/draftKey';
import { readDraft } from '../../storage/drafts';
import { DraftKeeper, noVersions } from './draftKeeper';

const kept = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, raw: string) => void kept.set(key, raw),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A tab in which a reader has opened the editor. */
function tab(): DraftKeeper {
  const keeper = new DraftKeeper();
  keeper.open('a.py');
  return keeper;
}
const write = (keeper: DraftKeeper, source: string): void =>
  keeper.change('a.py', { ...keeper.versions('a.py'), source });

describe('drafts in two tabs', () => {
  it('are one: what is written in one stands in the other', () => {
    const [one, two] = [tab(), tab()];
    write(one, 'of one');
    vi.runAllTimers();
    two.hear({ key: 'other' });
    expect(two.versions('a.py')).toEqual(noVersions);
    two.hear({ key: draftsKey });
    expect(two.versions('a.py').source).toBe('of one');
    write(two, 'of one, and two');
    vi.runAllTimers();
    one.refresh();
    expect(one.versions('a.py')).toEqual({ source: 'of one, and two', aside: null, other: null });
  });

  it('are both kept where neither heard of the other', () => {
    const [one, two] = [tab(), tab()];
    write(one, 'of one');
    vi.runAllTimers();
    write(two, 'of two');
    two.hear({ key: draftsKey });
    vi.runAllTimers();
    expect(two.versions('a.py')).toEqual({ source: 'of two', aside: null, other: 'of one' });
    expect(readDraft('a.py')).toMatchObject({ source: 'of two', other: 'of one' });
    one.hear({ key: draftsKey });
    expect(one.versions('a.py')).toEqual(two.versions('a.py'));
    write(two, 'of two, more');
    vi.runAllTimers();
    expect(readDraft('a.py'), 'its own text is nobody else’s').toMatchObject({
      source: 'of two, more',
      other: 'of one',
    });
  });

  it('stay on the screen when they are kept no longer', () => {
    const one = tab();
    write(one, 'of one');
    vi.runAllTimers();
    kept.clear();
    one.hear({ key: draftsKey });
    expect(one.versions('a.py').source).toBe('of one');
  });
});
