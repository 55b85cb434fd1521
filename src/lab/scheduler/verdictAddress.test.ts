import { describe, expect, it } from 'vitest';
import { decodeProgram } from '../workbench/share';
import { decodeRun, programOf, usualSettings } from './address';
import { digestOf } from './digest';
import type { VerdictToShare } from './explore/claim';
import { decodeVerdict, encodeVerdict } from './verdictAddress';

const program = programOf('x = 1\n', 'x.py', { ...usualSettings, granularity: 'gil', watch: ['größe'] });
const verdict: VerdictToShare = {
  program,
  kind: 'hidden',
  right: new Set(['finished: 2\n']),
  options: { maxRuns: 500, maxSteps: 2_000 },
};
const encoded = async (): Promise<string> => (await encodeVerdict(verdict, '3.14.2')) ?? '';

describe('an address with a verdict', () => {
  it('brings back the program, what was asked of it, and the answer', async () => {
    const fragment = await encoded();
    expect(fragment).toMatch(/^[\w.&=,%-]+$/);
    expect(await decodeProgram(fragment)).toEqual({ status: 'ok', source: program.source, name: program.fileName });
    const { granularity, mainFirst, time, tasks, watch } = { ...usualSettings, ...program };
    const claimed = {
      settings: { granularity, mainFirst, time, tasks, watch },
      kind: 'hidden',
      right: [digestOf('finished: 2\n')],
      maxRuns: 500,
      maxSteps: 2_000,
      python: '3.14.2',
      text: digestOf(program.source),
    };
    expect(decodeVerdict(fragment)).toEqual({ status: 'ok', verdict: claimed });
    expect(decodeVerdict(`#${fragment}`)).toEqual({ status: 'ok', verdict: claimed });
    expect(decodeRun(fragment)).toEqual({ status: 'none', granularity: null });
  });

  it('leaves unsaid what is usual', async () => {
    const usual = { ...verdict, right: new Set<string>(), options: { maxRuns: 100_000, maxSteps: 2_000 } };
    expect(await encodeVerdict(usual, '3.14.2')).not.toMatch(/right|runs|steps/);
  });

  it('is none for a program that is too long', async () => {
    const long = { ...program, source: '#'.repeat(300_000) };
    expect(await encodeVerdict({ ...verdict, program: long }, '3.14.2')).toBeNull();
  });

  it('is not there in other addresses', () => {
    for (const other of ['', '#example=lost_update', '#program=d1.abc', '#program=d1.abc&schedule=s1.0.'])
      expect(decodeVerdict(other)).toEqual({ status: 'none' });
  });

  it('is noticed wherever it was cut off', async () => {
    const fragment = await encoded();
    for (let length = fragment.indexOf('&') + 1; length < fragment.length; length += 1) {
      const cut = fragment.slice(0, length);
      expect({ length, bad: [decodeRun(cut).status, decodeVerdict(cut).status].includes('bad') }).toEqual({
        length,
        bad: true,
      });
    }
  });

  it.each([
    ['a rule of a later version', 'rule=gil', 'rule=jit', 'newer version'],
    ['a field of a later version', '&python', '&moon=full&python', 'newer version'],
    ['a verdict that is none', 'verdict=hidden', 'verdict=perhaps', 'damaged'],
    ['marks that are none', '&right=', '&right=x', 'damaged'],
    ['more schedules than can be tried', 'runs=500', 'runs=900000000', 'damaged'],
    ['no number of schedules', 'runs=500', 'runs=1e9', 'damaged'],
  ])('says so of %s', async (_, from, to, words) => {
    const fragment = await encoded();
    expect(fragment).toContain(from);
    expect(decodeVerdict(fragment.replace(from, to))).toMatchObject({
      status: 'bad',
      reason: expect.stringContaining(words),
    });
  });
});
