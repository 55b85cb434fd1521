import { epochMs } from '../base/clock';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from './experiment';
import { timingsCsv, tracesJson } from './exports';

const record: RunRecord = {
  strategy: 'threaded',
  params: { pages: 3 },
  startedAt: epochMs(Date.UTC(2026, 0, 2)),
  outcome: {
    status: 'finished',
    report: { elapsedMs: 1012.3456, workers: 3, prepareMs: 20, facts: [], problems: [], how: [] },
    trace: [{ kind: 'run', at: 1, lane: 'main' }],
    points: [],
  },
  conditions: { isolated: true, clockResolutionMs: 0.005, hidden: false },
};

describe('exports', () => {
  it('write one CSV line a run, whatever its outcome', () => {
    const failed: RunRecord = {
      ...record,
      strategy: 'a "b", c',
      params: { pages: 3, ownUrls: 'a,b\nc' },
      outcome: { status: 'failed', reason: 'no', remedy: 'retry', trace: [] },
    };
    expect(timingsCsv('downloads', [record, failed]).split('\r\n')).toEqual([
      'experiment,strategy,run,status,elapsed_ms,workers,prepare_ms,isolated,hidden,started_at,params',
      'downloads,threaded,1,finished,1012.346,3,20.000,true,false,2026-01-02T00:00:00.000Z,"{""pages"":3}"',
      'downloads,"a ""b"", c",2,failed,,,,true,false,2026-01-02T00:00:00.000Z,"{""pages"":3,""ownUrls"":""a,b\\nc""}"',
      '',
    ]);
  });

  it('write a trace that says what it is of', () => {
    expect(JSON.parse(tracesJson('downloads', [record]))).toMatchObject({
      site: 'timeslice',
      format: 'trace',
      version: 1,
      strategy: 'threaded',
      params: { pages: 3 },
      events: [{ kind: 'run', at: 1 }],
    });
  });

  it('write several runs into one file, each as it would be alone', () => {
    const records = [record, { ...record, strategy: 'async' }];
    const file = JSON.parse(tracesJson('downloads', records));
    expect(file).toMatchObject({ site: 'timeslice', format: 'traces', version: 1, experiment: 'downloads' });
    expect(file.runs).toEqual(records.map((one) => JSON.parse(tracesJson('downloads', [one]))));
  });
});
