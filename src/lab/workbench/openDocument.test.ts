import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handOver } from '../../storage/handOver';
import { playgroundKey, readPlaygroundDrafts } from '../../storage/playground';
import { encodeProgram } from './share';
import { OpenDocument } from './openDocument';
import { exampleAddress, fromDraft, fromExample, openAddress } from './fromAddress';
import type { Example, ProgramGroup } from './programGroups';

const example = (id: string): Example => ({
  id,
  name: `${id}.py`,
  sentence: `What ${id} shows.`,
  source: `print("${id}")\n`,
});
const welcome = example('welcome');
const groups: readonly ProgramGroup[] = [
  { lesson: 'gil', title: 'The GIL', examples: [example('gil/counting'), example('barrier')] },
];
const loadGroups = vi.fn<() => Promise<readonly ProgramGroup[]>>(() => Promise.resolve(groups));
const open = (hash: string): ReturnType<typeof openAddress> => openAddress(hash, welcome, loadGroups);
const kept = { local: new Map<string, string>(), tab: new Map<string, string>() };
const storage = (map: Map<string, string>) => ({
  getItem: (key: string) => map.get(key) ?? null,
  setItem: (key: string, value: string) => void map.set(key, value),
});
const place = { hash: '', pathname: '/playground/', search: '' };
const go = (_: unknown, __: string, to: string): void => {
  place.hash = to.includes('#') ? to.slice(to.indexOf('#')) : '';
};
let now = 0;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime((now += 1_000_000));
  kept.local.clear();
  kept.tab.clear();
  place.hash = '';
  vi.stubGlobal('localStorage', storage(kept.local));
  vi.stubGlobal('sessionStorage', storage(kept.tab));
  vi.stubGlobal('location', place);
  vi.stubGlobal('history', { state: null, replaceState: go, pushState: go });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const sources = (): readonly string[] => readPlaygroundDrafts().map(({ source }) => source);

describe('what an address opens', () => {
  it('is the first example for a new reader, without fetching the others', async () => {
    loadGroups.mockClear();
    expect(await open('')).toMatchObject({ program: { name: 'welcome.py', original: welcome.source }, note: null });
    expect(loadGroups).not.toHaveBeenCalled();
  });

  it('is the example it names, or a sentence', async () => {
    expect(await open(exampleAddress('gil/counting'))).toMatchObject({
      program: { name: 'gil/counting.py', address: '#example=gil/counting' },
      note: null,
    });
    expect(await open('#example=nowhere')).toMatchObject({
      program: { name: 'welcome.py' },
      note: { kind: 'trouble', words: expect.stringContaining('nowhere') },
    });
  });

  it('is the program it carries, with a word about where it came from', async () => {
    const fragment = `#${await encodeProgram('x = 1\r\n', { name: 'x.py', switchIntervalMs: 20 })}`;
    expect(await open(fragment)).toMatchObject({
      program: { name: 'x.py', source: 'x = 1\n', original: 'x = 1\n', switchIntervalMs: 20, address: fragment },
      note: { kind: 'shared' },
    });
    handOver(fragment.slice(1));
    expect(await open(fragment)).toMatchObject({ program: { name: 'x.py' }, note: null });
    expect(await open(fragment.slice(0, -3))).toMatchObject({
      program: { name: 'welcome.py' },
      note: { kind: 'trouble' },
    });
  });
});

describe('the open document', () => {
  it('keeps what is typed, after a moment and when the page goes', async () => {
    const openDocument = new OpenDocument(await open(''));
    openDocument.edit('one');
    expect(sources()).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(sources()).toEqual(['one']);
    openDocument.edit('two');
    openDocument.keep();
    expect(sources()).toEqual(['two']);
    expect(await open('')).toMatchObject({ program: { source: 'two', original: welcome.source } });
  });

  it('opens another program without losing an edited one', async () => {
    const openDocument = new OpenDocument(await open(exampleAddress('barrier')));
    openDocument.edit('mine');
    openDocument.open({ program: fromExample(example('gil/counting')), note: null });
    expect(place.hash).toBe('#example=gil/counting');
    expect(sources()).toEqual(['mine']);
    openDocument.edit('mine too');
    openDocument.keep();
    expect(place.hash).toBe('');
    expect(sources()).toEqual(expect.arrayContaining(['mine', 'mine too']));
  });

  it('goes back to the original, and leaves the draft among the drafts', async () => {
    const openDocument = new OpenDocument(await open(exampleAddress('barrier')));
    openDocument.edit('mine');
    openDocument.reset();
    expect(openDocument.store.getState().program.source).toBe(example('barrier').source);
    expect(sources()).toEqual(['mine']);
    openDocument.edit('other');
    openDocument.keep();
    expect(sources()).toHaveLength(2);
  });

  it('forgets a draft that was made the original again', async () => {
    const openDocument = new OpenDocument(await open(''));
    openDocument.edit('mine');
    openDocument.keep();
    openDocument.edit(welcome.source);
    openDocument.keep();
    expect(sources()).toEqual([]);
  });

  it('keeps both when two tabs edit one draft', async () => {
    const first = new OpenDocument(await open(''));
    first.edit('start');
    first.keep();
    const [draft] = readPlaygroundDrafts();
    if (draft === undefined) throw new Error('no draft');
    const second = new OpenDocument({ program: fromDraft(draft), note: null });
    first.edit('in the first');
    first.keep();
    second.hear({ key: playgroundKey, newValue: kept.local.get(playgroundKey) ?? null });
    second.edit('in the second');
    second.keep();
    first.hear({ key: playgroundKey, newValue: kept.local.get(playgroundKey) ?? null });
    expect(sources()).toHaveLength(2);
    expect(sources()).toEqual(expect.arrayContaining(['in the first', 'in the second']));
  });

  it('says so when the browser keeps nothing', async () => {
    const opened = await open('');
    vi.stubGlobal('localStorage', undefined);
    const openDocument = new OpenDocument(opened);
    openDocument.edit('mine');
    openDocument.keep();
    expect(openDocument.store.getState()).toMatchObject({ trouble: 'blocked', program: { source: 'mine' } });
  });
});
