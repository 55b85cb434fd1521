import { describe, expect, it } from 'vitest';
import type { RunRecord } from './experiment';
import { timingsCsv, traceJson } from './exports';

const record: RunRecord = {
  strategy: 'threaded',
  params: { pages: 3 },
  startedAt: Date.UTC(2026, 0, 2),
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
    const failed: RunRecord = { ...record, strategy: 'a "b", c', outcome: { status: 'failed', reason: 'no', remedy: 'retry', trace: [] } };
    expect(timingsCsv('downloads', [record, failed]).split('\r\n')).toEqual([
      'experiment,strategy,run,status,elapsed_ms,workers,prepare_ms,isolated,hidden,started_at',
      'downloads,threaded,1,finished,1012.346,3,20.000,true,false,2026-01-02T00:00:00.000Z',
      'downloads,"a ""b"", c",2,failed,,,,true,false,2026-01-02T00:00:00.000Z',
      '',
    ]);
  });

  it('write a trace that says what it is of', () => {
    expect(JSON.parse(traceJson('downloads', record))).toMatchObject({ site: 'timeslice', format: 'trace', version: 1, strategy: 'threaded', params: { pages: 3 }, events: [{ kind: 'run', at: 1 }] });
  });
});
