import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageResult, PageTask } from '../../core/engines/downloads';
import { reportDownloads } from './downloadReport';

afterEach(() => vi.unstubAllGlobals());

const task = (name: string, url = `http://site.test/pages/${name}.html`): PageTask => ({
  name,
  url,
  timeoutMs: 1000,
  local: { latencyMs: 100, failure: null },
});
const arrived = (name: string, elapsedMs: number): PageResult => ({
  status: 'arrived',
  name,
  bytes: 1000,
  elapsedMs,
  source: 'live',
});
const failed = (name: string, reason: string): PageResult => ({
  status: 'failed',
  name,
  bytes: 10,
  elapsedMs: 900,
  source: 'live',
  reason,
});
const report = (results: readonly PageResult[], more: Partial<Parameters<typeof reportDownloads>[0]> = {}) =>
  reportDownloads({
    tasks: results.map((result) => task(result.name)),
    own: false,
    results,
    problems: [],
    how: 'So.',
    atOnce: 1,
    ...more,
  });
const factsOf = (results: readonly PageResult[]) =>
  report(results).facts.map(({ label, value, tone }) => [label, value, tone]);

describe('reportDownloads', () => {
  it('counts pages, failures and bytes, and finds the slowest page that arrived', () => {
    expect(factsOf([arrived('oak', 101.4), failed('ash', 'it fell.'), arrived('elm', 250.6)])).toEqual([
      ['Pages', 2, undefined],
      ['Failed', 1, 'bad'],
      ['Bytes', 2010, undefined],
      ['Slowest page', 251, undefined],
    ]);
    expect(factsOf([failed('ash', 'it fell.')])).toContainEqual(['Slowest page', 0, undefined]);
  });
  it('tells problems in the order of the pages, whatever order they ended in, with those of the lines first', () => {
    const { problems } = report([failed('elm', 'it fell.'), failed('oak', 'it burned.')], {
      tasks: [task('oak'), task('elm')],
      problems: ['Line 3.'],
    });
    expect(problems).toEqual(['Line 3.', 'oak: it burned.', 'elm: it fell.']);
  });
  it('says who really answered', () => {
    expect(report([arrived('oak', 1)]).how).toEqual([
      'So.',
      expect.stringMatching(/^The service worker answered .* nothing went over the network\.$/),
    ]);
    const held: PageResult = { ...arrived('oak', 1), source: 'held' };
    expect(report([held]).how[1]).toMatch(/^No service worker here: .* until its latency was over\.$/);
    expect(report([held, failed('ash', 'x.')]).how.join(' ')).toContain('The failures were played by that timer.');
    expect(report([arrived('oak', 1)], { own: true }).how[1]).toMatch(/^Your own addresses/);
  });
  it('warns of the limit on connections only where it can matter', () => {
    const seven = Array.from({ length: 7 }, (_, i) => arrived(`p${i}`, 1));
    const warns = (more: Partial<Parameters<typeof reportDownloads>[0]>) =>
      report(seven, more).how.some((sentence) => sentence.includes('HTTP/1.1'));
    expect(warns({ own: true, atOnce: 7 })).toBe(true);
    expect(warns({ own: true, atOnce: 6 })).toBe(false);
    expect(warns({ own: false, atOnce: 7 })).toBe(false);
    const tasks = seven.map((result, i) => task(result.name, `http://site${i}.test/`));
    expect(warns({ own: true, atOnce: 7, tasks })).toBe(false);
  });
  it('knows why a page that came over https may not fetch http', () => {
    const results = [failed('far.test', 'no answer.')];
    const tasks = [task('far.test', 'http://far.test/')];
    expect(report(results, { own: true, tasks }).problems).toHaveLength(1);
    vi.stubGlobal('location', { protocol: 'https:' });
    expect(report(results, { own: true, tasks }).problems[1]).toMatch(/Write https in place of http\.$/);
    expect(report([arrived('far.test', 1)], { own: true, tasks }).problems).toEqual([]);
  });
});
