import { describe, expect, it } from 'vitest';
import { decodeProgram, underRule } from '../workbench/share';
import {
  decodeRun,
  encodeRun,
  encodeSteps,
  watchedIn,
  programOf,
  usualSettings,
  type SharedRun,
  type StepSettings,
} from './address';
import { digestOf, digestOfMoment } from './digest';
import { differences } from './replayed';

const settings: StepSettings = {
  granularity: 'access',
  mainFirst: false,
  time: 'free',
  tasks: 'any order',
  watch: ['x', 'größe'],
};
const program = programOf('x = 1\n', 'x.py', settings);
const schedule = [0, 0, 1, 2, 2, 0];
const facts = { python: '3.14.2', state: '0123abcd' };
const encoded = (): Promise<string> => encodeRun(program, schedule, facts);

describe('an address with a schedule', () => {
  it('brings back the program, its settings and the steps', async () => {
    const fragment = await encoded();
    expect(fragment).toMatch(/^[\w.&=,%-]+$/);
    expect(await decodeProgram(fragment)).toEqual({ status: 'ok', source: program.source, name: program.fileName });
    const run = { settings, schedule, text: digestOf(program.source), ...facts };
    expect(decodeRun(fragment)).toEqual({ status: 'ok', run });
    expect(decodeRun(`#${fragment}`)).toEqual({ status: 'ok', run });
  });

  it('can do without the program, where that is known', () => {
    expect(decodeRun(`&${encodeSteps(program, schedule, facts)}`)).toMatchObject({
      status: 'ok',
      run: { settings, schedule, ...facts },
    });
  });

  it('may say where to begin, and that the end is wrong', async () => {
    const fragment = await encodeRun(program, schedule, { ...facts, at: 0, wrong: '89abcdef' });
    const run = { settings, schedule, text: digestOf(program.source), ...facts, at: 0, wrong: '89abcdef' };
    expect(decodeRun(fragment)).toEqual({ status: 'ok', run });
    expect(decodeRun(fragment.replace('at=0', 'at=7'))).toMatchObject({ status: 'bad' });
    expect(decodeRun(fragment.replace('wrong=8', 'wrong=x'))).toMatchObject({ status: 'bad' });
  });

  it('means any order of tasks where nothing is said, as all addresses once did', async () => {
    const fragment = await encodeRun(programOf('x = 1\n', 'x.py', usualSettings), [], facts);
    expect(fragment).toContain('&tasks=order&');
    expect(decodeRun(fragment.replace('&tasks=order', ''))).toMatchObject({
      status: 'ok',
      run: { settings: { ...usualSettings, tasks: 'any order' } },
    });
    expect(decodeRun(fragment.replace('tasks=order', 'tasks=random'))).toMatchObject({
      status: 'bad',
      reason: expect.stringContaining('newer version'),
    });
  });

  it.each(['gil', 'free-threaded', 'line', 'access', 'bytecode'] as const)('says the rule: %s', async (granularity) => {
    const own = { ...settings, granularity };
    const fragment = await encodeRun(programOf('x = 1\n', 'x.py', own), schedule, facts);
    expect(/&rule=[^&]*(&step=[^&]*)?/.exec(fragment)?.[0]).toBe(
      ['line', 'access', 'bytecode'].includes(granularity)
        ? `&rule=anywhere&step=${granularity}`
        : `&rule=${granularity}`,
    );
    expect(decodeRun(fragment)).toMatchObject({ status: 'ok', run: { settings: own, schedule } });
  });

  it('means anywhere where no rule is said, as all addresses once did', async () => {
    const fragment = await encoded();
    expect(decodeRun(fragment.replace('&rule=anywhere', ''))).toMatchObject({ status: 'ok', run: { settings } });
  });

  it('leaves unsaid what is usual', async () => {
    const fragment = await encodeRun(programOf('x = 1\n', 'x.py', usualSettings), [], facts);
    expect(fragment).not.toMatch(/time|watch/);
    expect(decodeRun(fragment)).toMatchObject({ status: 'ok', run: { settings: usualSettings, schedule: [] } });
  });

  it('may have a program, or an example, alone', () => {
    const alone = { status: 'none', granularity: null };
    expect(decodeRun('')).toEqual(alone);
    expect(decodeRun('#example=lost_update')).toEqual(alone);
    expect(decodeRun('#program=d1.abc')).toEqual(alone);
  });

  it.each(['gil', 'free-threaded', 'line', 'access', 'bytecode'] as const)(
    'may have the rule beside a program, without steps: %s',
    (granularity) => {
      expect(decodeRun(`#example=lost_update${underRule(granularity)}`)).toEqual({ status: 'none', granularity });
      const cut = `#program=d1.abc${underRule(granularity)}`.slice(0, -1);
      expect(decodeRun(cut)).toMatchObject({ status: 'bad' });
    },
  );

  it('is noticed wherever it was cut off', async () => {
    const fragment = await encoded();
    const end = fragment.indexOf('&');
    for (let length = end + 1; length < fragment.length; length += 1)
      expect({ length, ...decodeRun(fragment.slice(0, length)) }).toMatchObject({ length, status: 'bad' });
  });

  it.each([
    ['a newer schedule', 's1.', 's2.', 'newer version'],
    ['a granularity of a later version', 'step=access', 'step=function', 'newer version'],
    ['a rule of a later version', 'rule=anywhere', 'rule=jit', 'newer version'],
    ['a rule that has no size of step', 'rule=anywhere', 'rule=gil', 'newer version'],
    ['a field of a later version', '&python', '&moon=full&python', 'newer version'],
    ['a time of a later version', 'time=free', 'time=real', 'newer version'],
    ['a changed schedule', 's1.6.', 's1.7.', 'damaged'],
    ['a state that is none', 'state=0123abcd', 'state=x', 'damaged'],
    ['a field twice', '&python=', '&python=3.13&python=', 'damaged'],
  ])('says so of %s', async (_, from, to, words) => {
    const fragment = await encoded();
    expect(fragment).toContain(from);
    expect(decodeRun(fragment.replace(from, to))).toMatchObject({
      status: 'bad',
      reason: expect.stringContaining(words),
    });
  });

  it('takes only names as names', () => {
    expect(watchedIn(' counter, total  größe 1x a-b ; counter ')).toEqual(['counter', 'total', 'größe']);
    expect(watchedIn(Array.from({ length: 50 }, (_, index) => `n${index}`).join())).toHaveLength(20);
  });
});

describe('the digest of a state', () => {
  const moment: Parameters<typeof digestOfMoment>[0] = {
    enabled: [1],
    threads: [
      {
        name: 'MainThread',
        status: 'runs',
        calls: [{ function: '<module>', line: 3, offset: 8, locals: [['x', '<C object at 0x12ab>']], place: null }],
        within: null,
        looks: true,
        waits: null,
        at: null,
        stack: null,
      },
    ],
    globals: [
      ['a', '1'],
      ['b', '2'],
    ],
    printed: '',
    now: 0,
  };
  it('does not depend on addresses, offsets and the order of names', () => {
    const [thread] = moment.threads;
    const [call] = thread?.calls ?? [];
    if (thread === undefined || call === undefined) throw new Error('There is one.');
    const other = {
      ...moment,
      globals: moment.globals.toReversed(),
      threads: [{ ...thread, calls: [{ ...call, offset: 2, locals: [['x', '<C object at 0x99>']] as const }] }],
    };
    expect(digestOfMoment(other)).toBe(digestOfMoment(moment));
  });
  it('depends on the rest', () => {
    const others = [
      { ...moment, enabled: [] },
      { ...moment, printed: 'x' },
      { ...moment, now: 1 },
      { ...moment, globals: [] },
      { ...moment, threads: [] },
    ];
    expect(new Set([moment, ...others].map(digestOfMoment)).size).toBe(6);
  });
});

describe('what differs', () => {
  const shared: SharedRun = { settings: usualSettings, schedule, text: 'aaaaaaaa', ...facts };
  const same = { python: '3.14.2', text: 'aaaaaaaa', taken: 6, state: '0123abcd' };
  it('is nothing where all is the same', () => {
    expect(differences(shared, same)).toEqual([]);
  });
  it('is told in words', () => {
    expect(differences(shared, { ...same, python: '3.15.0' })).toEqual([
      'The steps were made with Python 3.14.2, and this page has 3.15.0.',
      'Even so, all 6 steps were taken, and led to the same state.',
    ]);
    expect(differences(shared, { ...same, taken: 4, state: '' })).toEqual([
      expect.stringMatching(/^Only 4 of the 6 steps could be taken/),
    ]);
    expect(differences(shared, { ...same, taken: 0, state: '' })).toEqual([
      expect.stringMatching(/^None of the 6 steps could be taken/),
    ]);
    expect(differences(shared, { ...same, state: 'ffffffff' })).toEqual([
      expect.stringMatching(/not the one that was shared. It may depend/),
    ]);
    expect(differences(shared, { ...same, text: 'b', state: 'ffffffff' })[0]).toMatch(
      /another version of this program/,
    );
  });
});
