import { epochMs } from '../base/clock';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from './experiment';
import { factText, findingSentence, lossFinding } from './facts';

const record = (finding?: string): RunRecord => ({
  strategy: 'plain',
  params: {},
  startedAt: epochMs(0),
  outcome: {
    status: 'finished',
    report: {
      elapsedMs: 1,
      workers: 1,
      prepareMs: 0,
      facts: [],
      problems: [],
      how: [],
      ...(finding === undefined ? {} : { finding }),
    },
    trace: [],
    points: [],
  },
  conditions: { isolated: true, clockResolutionMs: 0.005, hidden: false },
});

describe('facts in words', () => {
  it('set a value with its unit', () => {
    expect(factText({ label: 'Lost', value: 1234567 })).toBe('1,234,567');
    expect(factText({ label: 'Items', value: 3, unit: 'items' })).toBe('3\u00a0items');
    expect(factText({ label: 'Failed', value: 1, unit: 'pages' })).toBe('1\u00a0page');
    expect(factText({ label: 'Scale', value: 0.1, unit: '× the numbers' })).toBe('0.1\u00a0× the numbers');
    expect(factText({ label: 'Time per increment', value: 57.8, unit: 'ns' })).toBe('57.8\u00a0ns');
    expect(factText({ label: 'Speed', value: 1234.5 })).toBe('1,235');
    expect(factText({ label: 'Gap', value: 1050, unit: 'ms' })).toBe('1.05\u00a0s');
    expect(factText({ label: 'Best', value: 'two', unit: 'workers' })).toBe('two\u00a0workers');
  });

  it('tell the latest finding, and nothing where there is none', () => {
    expect(findingSentence('Plain', [record('old.'), record('new.')])).toBe('Plain: new.');
    expect(findingSentence('Plain', [record()])).toBeNull();
    expect(findingSentence('Plain', [])).toBeNull();
  });

  it('count what was lost', () => {
    expect(lossFinding(1, 2, 'update', 'updates')).toBe('1 of 2 updates was lost.');
    expect(lossFinding(1, 4, 'update', 'updates')).toBe('3 of 4 updates were lost.');
    expect(lossFinding(2, 2, 'update', 'updates')).toBe('all 2 updates arrived.');
    expect(lossFinding(1, 1, 'update', 'updates')).toBe('the one update arrived.');
  });
});
