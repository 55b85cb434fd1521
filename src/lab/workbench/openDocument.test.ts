import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handOver } from '../../storage/handOver';
import { playgroundKey, readPlaygroundDrafts } from '../../storage/playground';
import { fakeBrowser } from './browser.fixture';
import { encodeProgram, maxProgramBytes } from './share';
import { OpenDocument, tooLongToShare, type PackedAddress } from './openDocument';
import { exampleAddress, fromDraft, fromExample, openAddress, type Opened } from './fromAddress';
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
const { kept, place, stub } = fakeBrowser('/playground/');
let now = 0;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime((now += 1_000_000));
  stub();
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

  it('keeps its name with its draft, which stays the one it was, and goes back to both', async () => {
    const openDocument = new OpenDocument(await open(exampleAddress('barrier')));
    openDocument.edit('mine');
    openDocument.keep();
    const { id } = openDocument.store.getState().program;
    openDocument.rename('gate.py');
    expect(readPlaygroundDrafts()).toMatchObject([{ id, name: 'gate.py', source: 'mine' }]);
    expect((await open('')).program).toMatchObject({ id, name: 'gate.py', originalName: 'barrier.py', source: 'mine' });
    openDocument.reset();
    expect(openDocument.store.getState().program).toMatchObject({
      name: 'barrier.py',
      source: example('barrier').source,
    });
    expect(readPlaygroundDrafts()).toMatchObject([{ id, name: 'gate.py', source: 'mine' }]);
  });

  it('is a draft once it is named, and none when it is called as before', async () => {
    const openDocument = new OpenDocument(await open(exampleAddress('barrier')));
    place.hash = exampleAddress('barrier');
    openDocument.rename('gate.py');
    expect(place.hash).toBe('');
    expect(readPlaygroundDrafts()).toMatchObject([{ name: 'gate.py', source: example('barrier').source }]);
    openDocument.rename('barrier.py');
    expect(readPlaygroundDrafts()).toEqual([]);
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

  it('opens what the address asked for last, however long the answers take', async () => {
    const openDocument = new OpenDocument(await open(''));
    let answer: (opened: Opened) => void = () => undefined;
    const slow = new Promise<Opened>((resolve) => {
      answer = resolve;
    });
    const take = (opened: Opened): void => openDocument.open(opened);
    const first = openDocument.openLater(slow, take);
    await openDocument.openLater(open(exampleAddress('barrier')), take);
    answer(await open(exampleAddress('gil/counting')));
    await first;
    expect(openDocument.store.getState().program.name).toBe('barrier.py');
  });

  it('says so when the examples cannot be fetched, and keeps what is open', async () => {
    const openDocument = new OpenDocument(await open(''));
    await openDocument.openLater(Promise.reject(new Error('offline')), (opened: Opened) => openDocument.open(opened));
    expect(openDocument.store.getState()).toMatchObject({
      program: { name: 'welcome.py' },
      note: { kind: 'trouble', words: expect.stringContaining('offline') as string },
    });
  });

  it('shows its address until another program is opened', async () => {
    const openDocument = new OpenDocument(await open(''));
    const address = 'https://example.org/playground/#program=d1.x';
    await openDocument.share(() => Promise.resolve({ address }));
    expect(openDocument.store.getState().shared).toEqual({ address, copied: false });
    openDocument.open(await open(exampleAddress('barrier')));
    expect(openDocument.store.getState().shared).toBeNull();
  });

  it('is not packed into an address that cannot hold it', async () => {
    const openDocument = new OpenDocument(await open(''));
    const pack = vi.fn<() => Promise<PackedAddress>>();
    // Two bytes each.
    openDocument.edit('é'.repeat(maxProgramBytes / 2 + 1));
    await openDocument.share(pack);
    expect(pack).not.toHaveBeenCalled();
    expect(openDocument.store.getState().note).toEqual({ kind: 'trouble', words: tooLongToShare });
  });
});
