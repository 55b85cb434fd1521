import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseNotes, CaseProof } from './caseNotes';

const key = 'timeslice-incidents';
const kept = new Map<string, string>();

/** The store of a page; each page that is opened has its own, and all share the storage. */
async function openTab(): Promise<typeof import('./caseNotes').useCaseNotes> {
  vi.resetModules();
  const { useCaseNotes } = await import('./caseNotes');
  useCaseNotes.getState().load();
  return useCaseNotes;
}

const stored = (): unknown => JSON.parse(kept.get(key) ?? '{}').incidents;
const ran = (at: number): CaseProof => ({ kind: 'run', before: null, after: 'pause: 4 ms', at });
const notes = (some: Partial<CaseNotes>): CaseNotes => ({ looks: [], named: [], proof: null, ...some });

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('notes on incidents', () => {
  it('are kept for the next visit, each look and each diagnosis once', async () => {
    const tab = (await openTab()).getState();
    tab.look('seat', 'log');
    tab.look('seat', 'stack');
    tab.look('seat', 'log');
    tab.diagnose('seat', 'luck');
    tab.diagnose('seat', 'two-steps');
    tab.prove('seat', { kind: 'schedules', gil: 22, freeThreaded: null, at: 5 });
    expect((await openTab()).getState()).toMatchObject({
      trouble: null,
      notes: {
        seat: {
          looks: ['log', 'stack'],
          named: ['luck', 'two-steps'],
          proof: { kind: 'schedules', gil: 22, freeThreaded: null, at: 5 },
        },
      },
    });
  });

  it('take over what another tab has written, and lose none of it', async () => {
    const [a, b] = [await openTab(), await openTab()];
    a.getState().look('seat', 'log');
    a.getState().prove('seat', ran(1));
    b.getState().look('seat', 'stack');
    b.getState().look('hits', 'counts');
    expect(stored()).toEqual({
      seat: notes({ looks: ['log', 'stack'], proof: ran(1) }),
      hits: notes({ looks: ['counts'] }),
    });
    a.getState().load();
    expect(a.getState().notes['hits']).toEqual(notes({ looks: ['counts'] }));
  });

  it('keep the later one of two proofs', async () => {
    const { mergeNotes } = await import('./caseNotes');
    expect(mergeNotes(notes({ proof: ran(1) }), notes({ proof: ran(2) })).proof).toEqual(ran(2));
    expect(mergeNotes(notes({ proof: ran(2) }), notes({ proof: ran(1) })).proof).toEqual(ran(2));
    expect(mergeNotes(notes({ proof: ran(2) }), notes({})).proof).toEqual(ran(2));
  });

  it('are all forgotten by a reset', async () => {
    const tab = await openTab();
    tab.getState().look('seat', 'log');
    tab.getState().look('hits', 'counts');
    tab.getState().reset();
    expect(tab.getState().notes).toEqual({});
    expect(kept.has(key)).toBe(false);
  });
});

describe('stored notes that cannot be used', () => {
  it('stay as they are when a newer site wrote them', async () => {
    const raw = JSON.stringify({ site: 'timeslice', version: 2, incidents: { seat: 'new' } });
    kept.set(key, raw);
    const tab = await openTab();
    expect(tab.getState()).toMatchObject({ notes: {}, trouble: 'newer' });
    tab.getState().look('seat', 'log');
    expect(tab.getState().notes).toEqual({ seat: notes({ looks: ['log'] }) });
    expect(tab.getState().trouble).toBe('newer');
    expect(kept.get(key)).toBe(raw);
  });

  it.each(['{"site":"timeslice","vers', '{"site":"timeslice","version":1,"incidents":{"seat":{"looks":3}}}'])(
    'are put aside when they are damaged: %s',
    async (raw) => {
      kept.set(key, raw);
      const tab = await openTab();
      expect(tab.getState().notes).toEqual({});
      expect(kept.get('timeslice-incidents-rescued')).toBe(raw);
      tab.getState().look('seat', 'log');
      expect(stored()).toEqual({ seat: notes({ looks: ['log'] }) });
    },
  );

  it('last until the page is closed where the browser stores nothing', async () => {
    const deny = () => {
      throw new DOMException('Denied', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: deny, setItem: deny, removeItem: deny });
    const tab = await openTab();
    tab.getState().look('seat', 'log');
    tab.getState().look('seat', 'stack');
    expect(tab.getState()).toMatchObject({ trouble: 'blocked', notes: { seat: { looks: ['log', 'stack'] } } });
    tab.getState().reset();
    expect(tab.getState().notes).toEqual({});
  });

  it('last until the page is closed where storage is full', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('Full', 'QuotaExceededError');
      },
    });
    const tab = await openTab();
    tab.getState().look('seat', 'log');
    expect(tab.getState()).toMatchObject({ trouble: 'full', notes: { seat: { looks: ['log'] } } });
  });
});

describe('an exported file', () => {
  const file = (incidents: unknown): string =>
    JSON.stringify({ site: 'timeslice', version: 1, progress: {}, incidents });

  it('adds its notes to those that are there', async () => {
    const tab = await openTab();
    tab.getState().look('seat', 'log');
    tab
      .getState()
      .importFile(file({ seat: notes({ looks: ['stack'], named: ['luck'] }), hits: notes({ proof: ran(1) }) }));
    const all = {
      seat: notes({ looks: ['log', 'stack'], named: ['luck'] }),
      hits: notes({ proof: ran(1) }),
    };
    expect(tab.getState().notes).toEqual(all);
    expect(stored()).toEqual(all);
  });

  it.each(['not JSON', '3', file(undefined), file({ seat: { looks: 3 } })])(
    'without notes changes nothing: %s',
    async (raw) => {
      const tab = await openTab();
      tab.getState().look('seat', 'log');
      tab.getState().importFile(raw);
      expect(tab.getState().notes).toEqual({ seat: notes({ looks: ['log'] }) });
    },
  );
});
