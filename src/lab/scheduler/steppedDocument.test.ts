import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPlaygroundDrafts } from '../../storage/playground';
import { readTabSteps } from '../../storage/tabSteps';
import { fakeBrowser } from '../workbench/browser.fixture';
import { fromText } from '../workbench/fromAddress';
import { decodeProgram } from '../workbench/share';
import { decodeRun, usualSettings, type SharedRun } from './address';
import { digestOf } from './digest';
import type { OpenedToStep } from './fromAddress';
import { ModelReplayer, written } from './step/model.fixture';
import { Stepper } from './step/stepper';
import { SteppedDocument, type SteppedDocumentState } from './steppedDocument';

const { place, stub } = fakeBrowser('/scheduler/');
const python = '3.14.2';
/** The model's `counter`: two threads, neither of which goes first. */
const settings = { ...usualSettings, mainFirst: false };

beforeEach(() => {
  stub();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const opened = (source: string, more: Partial<OpenedToStep> = {}): OpenedToStep => ({
  program: fromText(`${source}.py`, source),
  note: null,
  steps: null,
  verdict: null,
  granularity: null,
  foreign: false,
  ...more,
});
const shared = (schedule: readonly number[], more: Partial<SharedRun> = {}): SharedRun => ({
  settings,
  schedule,
  python,
  text: digestOf('counter'),
  state: '00000000',
  ...more,
});

interface Own {
  readonly stepped: SteppedDocument;
  readonly stepper: Stepper;
  readonly replayer: ModelReplayer;
  readonly state: () => SteppedDocumentState;
  /** The steps to where the reader stands. */
  readonly where: () => string;
  /** Waits until the stepper is at rest. */
  readonly settled: () => Promise<void>;
}

function made(from: OpenedToStep): Own {
  const replayer = new ModelReplayer();
  const stepper = new Stepper(replayer);
  const stepped = new SteppedDocument(from, stepper, python);
  stepped.begin();
  return {
    stepped,
    stepper,
    replayer,
    state: () => stepped.store.getState(),
    where: () => written(stepper.store.getState()),
    settled: () => vi.waitFor(() => expect(stepper.store.getState().phase.kind).not.toBe('opening')),
  };
}

/** A document at the counter, after these steps. */
async function at(schedule: readonly number[]): Promise<Own> {
  const own = made(opened('counter'));
  own.stepped.change(settings);
  for (const thread of schedule) await own.stepper.choose(thread);
  return own;
}

describe('what the scheduler opens', () => {
  it('is stepped from its first step', async () => {
    const { state, stepper, settled } = made(opened('counter'));
    await settled();
    expect(state().stage).toEqual({ kind: 'stepping' });
    expect(stepper.store.getState()).toMatchObject({ phase: { kind: 'ready' }, program: { source: 'counter' } });
  });

  it('is to be written where it is empty', () => {
    const { state, replayer } = made(opened(''));
    expect(state().stage).toEqual({ kind: 'editing' });
    expect(replayer.asked).toEqual([]);
  });

  it('does not run before the reader agrees, where it is foreign', async () => {
    const steps = shared([0, 1]);
    const { stepped, state, replayer, settled, where } = made(opened('counter', { foreign: true, steps }));
    expect(state()).toMatchObject({ stage: { kind: 'foreign', steps }, settings });
    expect(replayer.asked).toEqual([]);
    stepped.agree(steps);
    await settled();
    await vi.waitFor(() => expect(where()).toBe('01'), { timeout: 5000 });
    expect(state().stage).toEqual({ kind: 'stepping' });
  });

  it('has a verdict checked once the reader agrees, with the settings of its sender', async () => {
    const verdict = { settings, kind: 'hidden', right: [], maxRuns: 100, maxSteps: 100, python, text: '' } as const;
    const { stepped, state, replayer, settled } = made(opened('counter', { foreign: true, verdict }));
    expect(state()).toMatchObject({ stage: { kind: 'foreign', verdict }, settings, claim: null });
    expect(replayer.asked).toEqual([]);
    stepped.agreeToCheck(verdict);
    await settled();
    expect(state()).toMatchObject({ stage: { kind: 'stepping' }, settings, claim: verdict });
    stepped.open(opened('abba'));
    expect(state().claim).toBeNull();
  });

  it('takes the place of what was open, without its notes and its list of names to watch', async () => {
    const { stepped, state, settled } = await at([0]);
    stepped.change({ ...settings, watch: ['x'] });
    stepped.open(opened('abba'));
    await settled();
    expect(state()).toMatchObject({ stage: { kind: 'stepping' }, settings: { ...settings, watch: [] }, differs: [] });
    expect(stepped.text.store.getState().program.source).toBe('abba');
  });
});

describe('the rule', () => {
  const rule = ({ state }: Own): string => state().settings.granularity;

  it('is the usual one where nothing names another, and then what the reader has set', async () => {
    const own = made(opened('counter'));
    expect(rule(own)).toBe('gil');
    own.stepped.change({ ...own.state().settings, granularity: 'bytecode' });
    own.stepped.open(opened('abba'));
    expect(rule(own)).toBe('bytecode');
    await own.settled();
  });

  it('is that of the program where it names one, and is not carried over to the next', async () => {
    const own = made(opened('counter', { granularity: 'free-threaded' }));
    expect(rule(own)).toBe('free-threaded');
    own.stepped.open(opened('abba'));
    expect(rule(own)).toBe('gil');
    await own.settled();
  });

  it('is that of the address while a foreign program waits, and when it is stepped', async () => {
    const own = made(opened('counter', { foreign: true, granularity: 'line' }));
    expect(rule(own)).toBe('line');
    own.stepped.agree(null);
    await own.settled();
    expect(rule(own)).toBe('line');
  });
});

describe('the steps of an address', () => {
  it('are taken again, and led to the state they say', async () => {
    const { stepped } = await at([0, 1, 1]);
    const { address } = await stepped.pack();
    const decoded = decodeRun(address.slice(address.indexOf('#')));
    if (decoded.status !== 'ok') throw new Error(decoded.status);
    const again = made(opened('counter', { steps: decoded.run }));
    await vi.waitFor(() => expect(again.where()).toBe('011'));
    expect(again.state()).toMatchObject({ settings, differs: [] });
  });

  it('are told where they lead elsewhere', async () => {
    const { stepped, state, where } = made(opened('counter', { steps: shared([0, 1]) }));
    await vi.waitFor(() => expect(where()).toBe('01'));
    await vi.waitFor(() => expect(state().differs).toHaveLength(1));
    stepped.dismissDifferences();
    expect(state().differs).toEqual([]);
  });

  it('may be left to the reader, who knows that their end is wrong', async () => {
    const { state, stepper } = made(opened('counter', { steps: shared([0, 1], { at: 0, wrong: '01234567' }) }));
    await vi.waitFor(() => expect(stepper.store.getState()).toMatchObject({ phase: { kind: 'ready' }, at: 0 }));
    expect(stepper.store.getState().run?.steps).toHaveLength(2);
    expect(state().wrong).toBe('01234567');
  });

  it('are taken as far as they can be, and the reader goes on from there', async () => {
    // The second thread cannot take the lock that the first one holds.
    const steps = shared([0, 0, 0, 0, 0, 1], { text: digestOf('abba') });
    const { state, stepper, where } = made(opened('abba', { steps }));
    await vi.waitFor(() => expect(where()).toBe('0000'));
    await vi.waitFor(() => expect(stepper.store.getState()).toMatchObject({ phase: { kind: 'ready' }, outcome: null }));
    expect(state().differs.join()).toContain('Only 4 of the 6 steps');
  });

  it('are taken once Python can be had again', async () => {
    const { stepped, stepper, replayer, where } = made(opened(''));
    replayer.delay = () => Promise.reject(new Error('no Python'));
    stepped.open(opened('counter', { steps: shared([0, 1]) }));
    await vi.waitFor(() => expect(stepper.store.getState().phase.kind).toBe('lost'));
    replayer.delay = () => Promise.resolve();
    stepped.retry();
    await vi.waitFor(() => expect(where()).toBe('01'));
  });

  it('stand in the address that is shared, and are counted', async () => {
    const { stepped } = await at([0, 1]);
    expect((await stepped.pack()).beside).toBe('the 2 steps to where you stand');
    expect(place.hash).toMatch(/^#program=.*&schedule=/);
    stepped.edit();
    expect((await stepped.pack()).beside).toBeUndefined();
    expect(place.hash).toMatch(/^#program=[^&]*&under=gil$/);
  });

  it('are kept in the tab, to where the reader stands', async () => {
    const { stepped, stepper } = await at([0, 1, 1]);
    stepper.undo();
    stepped.keepSteps();
    expect(decodeRun(`&${readTabSteps()}`)).toMatchObject({ status: 'ok', run: { schedule: [0, 1] } });
    stepper.close();
    stepped.keepSteps();
    expect(readTabSteps()).toBeNull();
  });
});

describe('a reader who changes things', () => {
  it('edits with the first letter, and steps through what was written', async () => {
    const { stepped, state, stepper, settled } = await at([0]);
    stepped.write('counter');
    expect(state().stage).toEqual({ kind: 'stepping' });
    stepped.write('abba');
    expect(state().stage).toEqual({ kind: 'editing' });
    stepped.step();
    await settled();
    expect(stepper.store.getState().program?.source).toBe('abba');
  });

  it('names the program, and stands where it stood', async () => {
    const { stepped, stepper, where } = await at([0, 1]);
    stepped.rename('mine.py');
    expect(where()).toBe('01');
    await stepper.choose(0);
    expect(where()).toBe('010');
    expect(stepper.store.getState().program?.fileName).toBe('mine.py');
    await stepped.pack();
    expect(await decodeProgram(place.hash)).toMatchObject({ status: 'ok', name: 'mine.py' });
  });

  it('goes back to what was opened, which begins anew', async () => {
    const { stepped, stepper, settled, where } = await at([0, 1]);
    stepped.write('abba');
    stepped.reset();
    await settled();
    expect(stepper.store.getState().program?.source).toBe('counter');
    expect(where()).toBe('');
    expect(readPlaygroundDrafts().map(({ source }) => source)).toEqual(['abba']);
  });

  it('sets how it is stepped, which begins it anew only where it is stepped', async () => {
    const { stepped, state, replayer, settled, where } = await at([0, 1]);
    stepped.change({ ...settings, granularity: 'bytecode' });
    await settled();
    expect(where()).toBe('');
    stepped.edit();
    const asked = replayer.asked.length;
    stepped.change(usualSettings);
    expect(state().settings).toEqual(usualSettings);
    expect(replayer.asked).toHaveLength(asked);
  });

  it('follows a schedule that the search found, from its first step', async () => {
    const { stepped, state, stepper, settled, where } = await at([]);
    const tried = { source: 'counter', fileName: 'counter.py', accesses: false, ...settings, watch: ['x'] };
    stepped.follow(tried, [0, 1, 1]);
    await settled();
    expect(where()).toBe('');
    expect(stepper.store.getState().program?.accesses).toBe(true);
    expect(state().settings.watch).toEqual(['x']);
    stepper.redo(3);
    expect(where()).toBe('011');
  });
});
