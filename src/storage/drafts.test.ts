import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mayHaveDraft } from './draftKey';
import { boundDrafts, keepDraft, parseDrafts, readDraft, type Draft } from './drafts';

const key = 'timeslice-drafts';
const items = new Map<string, string>();
let refuse: DOMException | null = null;

beforeEach(() => {
  items.clear();
  refuse = null;
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => items.get(name) ?? null,
    setItem(name: string, raw: string) {
      if (refuse !== null) throw refuse;
      items.set(name, raw);
    },
    removeItem: (name: string) => items.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

const draft = (at: number, source = 'print()'): Draft => ({ source, aside: null, other: null, at });

describe('drafts', () => {
  it('keep what was typed, each program its own', () => {
    expect(keepDraft('a.py', { source: 'a', aside: null, other: null })).toBeNull();
    expect(keepDraft('b.py', { source: null, aside: 'b', other: null })).toBeNull();
    expect(readDraft('a.py')).toMatchObject({ source: 'a', aside: null });
    expect(readDraft('b.py')).toMatchObject({ source: null, aside: 'b' });
    expect(readDraft('c.py')).toBeNull();
    expect(readDraft('toString')).toBeNull();
  });

  it('can be seen from afar', () => {
    expect(mayHaveDraft('a.py')).toBe(false);
    keepDraft('a.py', { source: 'b.py', aside: null, other: null });
    expect(mayHaveDraft('a.py')).toBe(true);
    expect(mayHaveDraft('b.py')).toBe(false);
  });

  it('leave nothing behind when the last one goes', () => {
    keepDraft('a.py', { source: 'a', aside: null, other: null });
    keepDraft('a.py', { source: null, aside: null, other: null });
    expect(items.size).toBe(0);
  });

  it('keep what cannot be read aside', () => {
    items.set(key, '{"site":');
    expect(readDraft('a.py')).toBeNull();
    expect(items.get('timeslice-drafts-rescued')).toBe('{"site":');
    expect(keepDraft('a.py', { source: 'a', aside: null, other: null })).toBeNull();
  });

  it('leave those of a newer site alone', () => {
    const newer = JSON.stringify({ site: 'timeslice', version: 2, drafts: [] });
    items.set(key, newer);
    expect(keepDraft('a.py', { source: 'a', aside: null, other: null })).toBe('newer');
    expect(items.get(key)).toBe(newer);
  });

  it('say when there is no room, or no leave', () => {
    refuse = new DOMException('', 'QuotaExceededError');
    expect(keepDraft('a.py', { source: 'a', aside: null, other: null })).toBe('full');
    refuse = new DOMException('', 'SecurityError');
    expect(keepDraft('a.py', { source: 'a', aside: null, other: null })).toBe('blocked');
  });
});

describe('boundDrafts', () => {
  it('drops the oldest of too many', () => {
    const many = Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`${index}.py`, draft(index)]));
    const kept = boundDrafts(many);
    expect(Object.keys(kept)).toHaveLength(60);
    expect(kept).not.toHaveProperty('0.py');
  });

  it('drops the oldest of what is too long together', () => {
    expect(
      Object.keys(boundDrafts({ old: draft(1, 'x'.repeat(600_000)), new: draft(2, 'x'.repeat(600_000)) })),
    ).toEqual(['new']);
    expect(
      Object.keys(boundDrafts({ old: draft(1), new: draft(2, 'x'.repeat(1_000_001)) })),
      'never what was just typed',
    ).toEqual(['new']);
  });
});

describe('parseDrafts', () => {
  it.each(['', 'null', '[]', '{"site":"timeslice","version":1,"drafts":{"a":{"source":1}}}'])(
    'takes %j for damaged',
    (raw) => {
      expect(parseDrafts(raw)).toEqual({ status: 'corrupt' });
    },
  );
});
