import { describe, expect, it } from 'vitest';
import { measuredPrinting as measured } from '../../core/experiment/measured.fixture';
import { fates } from './answers';

const left =
  '0.4 s  Ben fails\n0.4 s  main goes on\n0.8 s  Cleo has ended\n1.2 s  main ends\n1.2 s  Dan is cancelled\n';
const awaited = '0.8 s  Cleo has ended\n1.6 s  Dan has ended\n1.6 s  main goes on\n2.4 s  main ends\n';
const cancelled = '0.4 s  Dan is cancelled\n0.4 s  Cleo is cancelled\n0.4 s  main goes on\n1.2 s  main ends\n';
const all = { gather: left, 'gather-all': awaited, group: cancelled, wait: left, 'as-completed': left };

describe('what became of the others', () => {
  it('is read from what the programs printed before main went on', () => {
    expect(fates(measured(all))).toBe('left awaited cancelled left left');
    expect(fates(measured({ ...all, wait: cancelled }))).toBe('left awaited cancelled cancelled left');
  });

  it.each([
    ['', 'nothing'],
    [left.replace('main goes on', 'main'), 'of no main'],
    ['0.8 s  Cleo has ended\n0.9 s  main goes on\n1.6 s  Dan has ended\n', 'of one only'],
    ['0.8 s  Cleo has ended\n0.9 s  Dan is cancelled\n0.9 s  main goes on\n', 'of two fates'],
  ])('is not known where a program tells %j: %s', (lines) =>
    expect(fates(measured({ ...all, wait: lines }))).toBeNull(),
  );

  it('is not known before all have run', () => {
    const { wait: _, ...others } = all;
    expect(fates(measured(others))).toBeNull();
  });
});
