import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  boundPlayground,
  keepPlaygroundDraft,
  parsePlayground,
  playgroundKey,
  readPlaygroundDrafts,
  removePlaygroundDraft,
  type PlaygroundDraft,
} from './playground';

const kept = new Map<string, string>();
const draft = (id: string, source = `print("${id}")\n`): Omit<PlaygroundDraft, 'at'> => ({
  id,
  name: `${id}.py`,
  source,
  original: '',
  switchIntervalMs: 5,
});
let now = 0;

beforeEach(() => {
  kept.clear();
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1));
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const ids = (): readonly string[] => readPlaygroundDrafts().map(({ id }) => id);

describe('drafts of the playground', () => {
  it('keeps each under its id, the newest first', () => {
    for (const id of ['a', 'b', 'a']) expect(keepPlaygroundDraft(draft(id, `# ${id}`))).toBeNull();
    expect(ids()).toEqual(['a', 'b']);
    removePlaygroundDraft('a');
    expect(ids()).toEqual(['b']);
  });

  it('lets the oldest go when there are too many or they are too long, and never the newest', () => {
    for (let number = 0; number < 60; number += 1) keepPlaygroundDraft(draft(String(number)));
    expect(ids()).toHaveLength(40);
    expect(ids()[0]).toBe('59');
    keepPlaygroundDraft(draft('huge', '#'.repeat(1_200_000)));
    expect(ids()).toEqual(['huge']);
  });

  it('leaves what a newer version of the site wrote alone', () => {
    const raw = JSON.stringify({ site: 'timeslice', version: 2, drafts: {} });
    kept.set(playgroundKey, raw);
    expect(keepPlaygroundDraft(draft('a'))).toBe('newer');
    removePlaygroundDraft('a');
    expect(ids()).toEqual([]);
    expect(kept.get(playgroundKey)).toBe(raw);
  });

  it('puts damaged ones aside before it writes its own', () => {
    kept.set(playgroundKey, '{"site":"timeslice","version":1,"drafts":[{"id":3}]}');
    expect(keepPlaygroundDraft(draft('a'))).toBeNull();
    expect(ids()).toEqual(['a']);
    expect([...kept.values()]).toContain('{"site":"timeslice","version":1,"drafts":[{"id":3}]}');
  });

  it('says so where the browser stores nothing', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    });
    expect(keepPlaygroundDraft(draft('a'))).toBe('blocked');
    expect(ids()).toEqual([]);
  });

  it('reads nonsense as damage', () => {
    for (const raw of ['', 'null', '[]', '{"site":"timeslice","version":1}'])
      expect(parsePlayground(raw)).toEqual({ status: 'corrupt' });
    expect(boundPlayground([])).toEqual([]);
  });
});
