import { describe, expect, it } from 'vitest';
import { ValiError } from 'valibot';
import { parseRecordings, recordings } from './recordings';

const row = {
  python: '3.13.0',
  implementation: 'CPython',
  cores: 2,
  os: 'Linux x86-64',
  date: '2026-11-22',
  repeats: 3,
  strategies: { sequential: { medianMs: 5000, minMs: 4900, maxMs: 5200 } },
};
const withRow = (change: object) => ({ counting: { title: 'Counting', unit: 's', rows: [{ ...row, ...change }] } });

describe('recordings', () => {
  it('are read as they were written', () => {
    expect(parseRecordings(withRow({}))).toEqual(withRow({}));
  });

  it.each([
    ['a median outside its spread', { strategies: { sequential: { medianMs: 5000, minMs: 5100, maxMs: 5200 } } }],
    ['a time of nothing', { strategies: { sequential: { medianMs: 0, minMs: 0, maxMs: 0 } } }],
    ['no repeats', { repeats: 0 }],
    ['a date that is none', { date: 'yesterday' }],
    ['half a core', { cores: 0.5 }],
  ])('refuse %s', (_, change) => {
    expect(() => parseRecordings(withRow(change))).toThrow(ValiError);
  });

  it('hold counting on several Pythons, where threads win nothing', () => {
    const rows = recordings['counting']?.rows ?? [];
    expect(rows.length).toBeGreaterThanOrEqual(3);
    for (const { strategies } of rows.filter((row) => row.implementation === 'CPython')) {
      expect(Object.keys(strategies)).toEqual(['sequential', 'threaded', 'pooled']);
      expect((strategies['threaded']?.medianMs ?? 0) / (strategies['sequential']?.medianMs ?? 1)).toBeGreaterThan(0.85);
    }
  });
});
