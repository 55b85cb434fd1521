import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A page with a store of its own, beside others that share its storage. */
interface Tab {
  readonly store: typeof import('./progress').useProgress;
  readonly listeners: Map<string, (event: object) => void>;
}

const key = 'timeslice-progress';
const kept = new Map<string, string>();
/** What was written by whom, not yet told to the others. */
let untold: { readonly by: Tab | null; readonly newValue: string | null }[] = [];
let writer: Tab | null = null;

function note(name: string, newValue: string | null): void {
  if ((kept.get(name) ?? null) === newValue) return;
  if (newValue === null) kept.delete(name);
  else kept.set(name, newValue);
  if (name === key) untold.push({ by: writer, newValue });
}

async function openTab(): Promise<Tab> {
  const listeners: Tab['listeners'] = new Map();
  vi.stubGlobal('addEventListener', (type: string, listener: (event: object) => void) => listeners.set(type, listener));
  vi.resetModules();
  const { useProgress, loadProgress } = await import('./progress');
  loadProgress();
  await Promise.resolve();
  return { store: useProgress, listeners };
}

function act(tab: Tab, what: (state: ReturnType<Tab['store']['getState']>) => void): void {
  writer = tab;
  what(tab.store.getState());
  writer = null;
}

/** Tells the other tabs, as browsers do: later, and in order. Fails when they never come to rest. */
function tell(...tabs: readonly Tab[]): void {
  for (let round = 0; untold.length > 0; round += 1) {
    expect(round).toBeLessThan(10);
    for (const { by, newValue } of untold.splice(0)) {
      for (const tab of tabs) if (tab !== by) act(tab, () => tab.listeners.get('storage')?.({ key, newValue }));
    }
  }
}

const storedAnswers = (): unknown => JSON.parse(kept.get(key) ?? '{"progress":{"answers":null}}').progress.answers;

beforeEach(() => {
  kept.clear();
  untold = [];
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => note(name, value),
    removeItem: (name: string) => note(name, null),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('progress in two tabs', () => {
  it('keeps what both answered at the same moment', async () => {
    const [a, b] = [await openTab(), await openTab()];
    act(a, (state) => state.answer('threads/x', '1'));
    act(b, (state) => state.answer('gil/y', '2'));
    tell(a, b);
    for (const answers of [storedAnswers(), a.store.getState().progress.answers, b.store.getState().progress.answers])
      expect(answers).toEqual({ 'threads/x': '1', 'gil/y': '2' });
  });

  it('comes to rest when both answer the same question differently', async () => {
    const [a, b] = [await openTab(), await openTab()];
    act(a, (state) => state.visit('threads'));
    act(a, (state) => state.answer('threads/x', '1'));
    act(b, (state) => state.answer('threads/x', '2'));
    tell(a, b);
    expect(storedAnswers()).toEqual({ 'threads/x': expect.stringMatching(/^[12]$/) });
    expect(b.store.getState().progress.visited).toEqual(['threads']);
  });

  it('keeps the puzzles that both solved, each once', async () => {
    const [a, b] = [await openTab(), await openTab()];
    act(a, (state) => state.solve('record'));
    act(a, (state) => state.solve('record'));
    act(b, (state) => state.solve('ticket'));
    tell(a, b);
    for (const tab of [a, b]) expect(tab.store.getState().progress.solved.toSorted()).toEqual(['record', 'ticket']);
  });

  it('is forgotten in both when one resets it', async () => {
    const [a, b] = [await openTab(), await openTab()];
    act(a, (state) => state.answer('threads/x', '1'));
    tell(a, b);
    act(b, (state) => state.reset());
    tell(a, b);
    expect(a.store.getState().progress.answers).toEqual({});
    expect(kept.has(key)).toBe(false);
  });

  it('catches up when the browser brings back a page that it had put aside', async () => {
    const [a, b] = [await openTab(), await openTab()];
    act(a, (state) => state.answer('threads/x', '1'));
    tell(a);
    b.listeners.get('pageshow')?.({ persisted: true });
    act(b, (state) => state.answer('gil/y', '2'));
    expect(storedAnswers()).toEqual({ 'threads/x': '1', 'gil/y': '2' });
  });

  it('does not take full storage for a reset', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('Full', 'QuotaExceededError');
      },
      removeItem: () => undefined,
    });
    const tab = await openTab();
    act(tab, (state) => state.answer('threads/x', '1'));
    tab.listeners.get('pageshow')?.({ persisted: true });
    expect(tab.store.getState().progress.answers).toEqual({ 'threads/x': '1' });
  });
});

describe('damaged progress', () => {
  const damaged = '{"site":"timeslice","version":1,"progr';

  it('is put aside, and told once', async () => {
    kept.set(key, damaged);
    expect((await openTab()).store.getState().trouble).toEqual({ kind: 'corrupt', raw: damaged });
    expect(kept.get('timeslice-progress-rescued')).toBe(damaged);
    const next = await openTab();
    expect(next.store.getState()).toMatchObject({ trouble: null, loaded: true });
  });

  it('stays where it is when there is no room beside it', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => damaged,
      setItem: () => {
        throw new DOMException('Full', 'QuotaExceededError');
      },
      removeItem: (name: string) => kept.set('removed', name),
    });
    expect((await openTab()).store.getState().trouble).toEqual({ kind: 'corrupt', raw: damaged });
    expect(kept.has('removed')).toBe(false);
  });
});
