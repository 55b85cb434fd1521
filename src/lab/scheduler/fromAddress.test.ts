import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handOver } from '../../storage/handOver';
import { keepPlaygroundDraft } from '../../storage/playground';
import { keepTabSteps } from '../../storage/tabSteps';
import { fakeBrowser } from '../workbench/browser.fixture';
import { fromDraft } from '../workbench/fromAddress';
import type { Example } from '../workbench/programGroups';
import { encodeProgram, underRule } from '../workbench/share';
import { chosen, openSchedulerAddress, resumed, type OpenedToStep } from './fromAddress';

const { kept, stub } = fakeBrowser('/scheduler/');
const example = (id: string): Example => ({ id, name: `${id}.py`, sentence: '', source: `print("${id}")\n` });
const groups = [{ lesson: '', title: '', examples: [example('lost_update'), example('one_order')] }];
const open = (hash: string): Promise<OpenedToStep> =>
  openSchedulerAddress(hash, example('call_in_between'), () => Promise.resolve(groups));

/** A program as addresses had it before they said a rule, and the steps of the first version of the page, then those of a later one. */
const oldProgram =
  '#program=d1.nbWZVY3LPQqAMAxA4T2nCJnapQcQvIUXCDTWIv0hBkTEu4sOzm5v-N5JlYvQQCVXCf2gC3LpTQ1tUeGYawKAKDPuTVfnB0BE7JqrOWLyAPDBML3ljDWJjc_gw2as5vxPdQM';
const oldSteps = '&step=line&main=first&python=3.14.2&text=2c0f9546&state=0123abcd&schedule=s1.7.a4bcb';
const laterSteps =
  '&step=bytecode&main=first&tasks=order&python=3.14.2&text=2c0f9546&state=0123abcd&schedule=s1.7.a4bcb';

beforeEach(stub);
afterEach(() => vi.unstubAllGlobals());

describe('the rule of what an address opens', () => {
  it('is the one the steps were taken under, when there was only anywhere', async () => {
    expect(await open(oldProgram + oldSteps)).toMatchObject({
      program: { name: 'mine.py' },
      note: null,
      foreign: true,
      granularity: 'line',
      steps: { settings: { granularity: 'line', tasks: 'any order' }, schedule: [0, 0, 0, 0, 1, 2, 1] },
    });
    expect((await open(oldProgram + laterSteps)).steps?.settings).toMatchObject({
      granularity: 'bytecode',
      tasks: 'in order',
    });
    expect((await open(oldProgram + oldSteps.replace('&step=line', ''))).steps?.settings.granularity).toBe('line');
  });

  it('is anywhere, by line, for a program alone, as it was when it was shared', async () => {
    expect(await open(oldProgram)).toMatchObject({ foreign: true, steps: null, granularity: 'line' });
  });

  it('is what a page of this site says when it hands a program over', async () => {
    const fragment = (await encodeProgram('print(1)\n', { name: 'mine.py' })) + underRule('gil');
    handOver(fragment);
    expect(await open(`#${fragment}`)).toMatchObject({ foreign: false, granularity: 'gil' });
  });

  it('is the own one of an example, unless the address says another', async () => {
    expect((await open('#example=lost_update')).granularity).toBe('free-threaded');
    expect((await open('#example=one_order')).granularity).toBeNull();
    expect((await open('')).granularity).toBeNull();
    expect(await open('#example=lost_update&under=gil')).toMatchObject({
      granularity: 'gil',
      program: { address: '#example=lost_update&under=gil' },
    });
    expect((await open('#example=lost_update&under=jit')).note).toMatchObject({ kind: 'trouble' });
  });
});

describe('what was kept before there were rules', () => {
  it('is a draft of an example, which opens as it was written', async () => {
    keepPlaygroundDraft({
      id: 'a',
      name: 'lost_update.py',
      source: 'mine',
      original: 'theirs',
      switchIntervalMs: 5,
      page: 'scheduler',
    });
    expect([...kept.local.values()].join()).not.toContain('granularity');
    expect(await open('')).toMatchObject({ program: { source: 'mine' }, steps: null, granularity: 'free-threaded' });
    const draft = { id: 'b', name: 'mine.py', source: 'x', original: 'y', switchIntervalMs: 5, at: 0 };
    expect(chosen(fromDraft(draft)).granularity).toBeNull();
  });

  it('is the steps of this tab, which are taken again under anywhere', async () => {
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: 'reload' } as unknown as PerformanceEntry]);
    const { program } = await open(oldProgram);
    keepTabSteps(laterSteps.slice(1));
    const again = resumed({ ...chosen(program), foreign: false });
    expect(again.steps).toMatchObject({ settings: { granularity: 'bytecode' }, schedule: [0, 0, 0, 0, 1, 2, 1] });
  });
});
