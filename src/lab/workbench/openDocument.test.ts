import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handOver } from '../../storage/handOver';
import { playgroundKey, readPlaygroundDrafts } from '../../storage/playground';
import { encodeProgram } from './share';
import { Desk } from './openDocument';
import { exampleAddress, fromDraft, fromExample, openAddress } from './fromAddress';
import type { Example, Shelf } from './programGroups';

const example = (id: string): Example => ({
  id,
  name: `${id}.py`,
  sentence: `What ${id} shows.`,
  source: `print("${id}")\n`,
});
const welcome = example('welcome');
const shelves: readonly Shelf[] = [
  { lesson: 'gil', title: 'The GIL', examples: [example('gil/counting'), example('barrier')] },
];
const loadShelves = vi.fn<() => Promise<readonly Shelf[]>>(() => Promise.resolve(shelves));
const open = (hash: string): ReturnType<typeof openAddress> => openAddress(hash, welcome, loadShelves);
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
    loadShelves.mockClear();
    expect(await open('')).toMatchObject({ program: { name: 'welcome.py', original: welcome.source }, note: null });
    expect(loadShelves).not.toHaveBeenCalled();
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

describe('the desk', () => {
  it('keeps what is typed, after a moment and when the page goes', async () => {
    const desk = new Desk(await open(''));
    desk.edit('one');
    expect(sources()).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(sources()).toEqual(['one']);
    desk.edit('two');
    desk.keep();
    expect(sources()).toEqual(['two']);
    expect(await open('')).toMatchObject({ program: { source: 'two', original: welcome.source } });
  });

  it('opens another program without losing an edited one', async () => {
    const desk = new Desk(await open(exampleAddress('barrier')));
    desk.edit('mine');
    desk.open({ program: fromExample(example('gil/counting')), note: null });
    expect(place.hash).toBe('#example=gil/counting');
    expect(sources()).toEqual(['mine']);
    desk.edit('mine too');
    desk.keep();
    expect(place.hash).toBe('');
    expect(sources()).toEqual(expect.arrayContaining(['mine', 'mine too']));
  });

  it('goes back to the original, and leaves the draft among the drafts', async () => {
    const desk = new Desk(await open(exampleAddress('barrier')));
    desk.edit('mine');
    desk.reset();
    expect(desk.store.getState().program.source).toBe(example('barrier').source);
    expect(sources()).toEqual(['mine']);
    desk.edit('other');
    desk.keep();
    expect(sources()).toHaveLength(2);
  });

  it('forgets a draft that was made the original again', async () => {
    const desk = new Desk(await open(''));
    desk.edit('mine');
    desk.keep();
    desk.edit(welcome.source);
    desk.keep();
    expect(sources()).toEqual([]);
  });

  it('keeps both when two tabs edit one draft', async () => {
    const first = new Desk(await open(''));
    first.edit('start');
    first.keep();
    const [draft] = readPlaygroundDrafts();
    if (draft === undefined) throw new Error('no draft');
    const second = new Desk({ program: fromDraft(draft), note: null });
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
    const desk = new Desk(opened);
    desk.edit('mine');
    desk.keep();
    expect(desk.store.getState()).toMatchObject({ trouble: 'blocked', program: { source: 'mine' } });
  });
});
