import { describe, expect, it } from 'vitest';
import { epochMs, workerMs } from '../base/clock';
import type { WorkerMs } from '../base/time';
import { eventsOnPageAxis, sinceStart } from '../trace/axes';
import { SpanStore } from '../trace/spans';
import type { TraceEvent } from '../trace/trace';
import type { PythonNews, PythonReport } from './python';
import { readNews, readReport } from './pythonNews';

const latest = workerMs(2000);
const at = { at: workerMs(1000), lane: 'main' } as const;
const eventsOf = (events: readonly unknown[]): readonly TraceEvent<WorkerMs>[] => {
  const news = readNews({ kind: 'events', events }, latest);
  return news?.kind === 'events' ? news.events : [];
};

/** One of each kind. */
const events: readonly TraceEvent<WorkerMs>[] = [
  { ...at, kind: 'start', laneKind: 'main', name: 'MainThread' },
  { ...at, kind: 'run' },
  { ...at, kind: 'run', label: 'work' },
  { ...at, kind: 'ready' },
  { ...at, kind: 'ready', on: 'GIL' },
  { ...at, kind: 'wait', on: 'sleep' },
  { ...at, kind: 'block', on: 'a lock' },
  { ...at, kind: 'acquire', lock: 'a' },
  { ...at, kind: 'release', lock: 'a' },
  { ...at, kind: 'note', text: 'here' },
  { ...at, kind: 'note', text: 'badly', failed: true },
  { ...at, kind: 'end', end: { status: 'failed', reason: 'ValueError' } },
  { ...at, kind: 'end', end: { status: 'stopped' } },
  { ...at, kind: 'end', end: { status: 'finished' } },
];
const request = {
  url: 'https://a.example/',
  method: 'POST',
  headers: [['X-Trial', '1']],
  body: new Uint8Array(2),
  timeoutMs: null,
} as const;
const order = { slot: 1, parentSlot: 0, pid: 43, parentPid: 42, name: 'Process-1', task: new Uint8Array(3) };

const known: readonly PythonNews[] = [
  { kind: 'began', at: workerMs(1000) },
  { kind: 'events', events },
  { kind: 'output', pieces: [{ stream: 'stderr', lane: 'thread-1', text: 'x'.repeat(5000) }], turn: 7 },
  { kind: 'question', thread: 3, lane: 'main' },
  { kind: 'withdrawn', thread: 3 },
  { kind: 'fetch', id: 1, request, mailbox: null },
  { kind: 'fetch', id: 1, request: { ...request, body: null, timeoutMs: 1500 }, mailbox: new Int32Array(2) },
  { kind: 'room', id: 1, room: new Uint8Array(2) },
  { kind: 'abandon', id: 1 },
  { kind: 'memory', buffer: new SharedArrayBuffer(8) },
  { kind: 'memoryCall', thread: null, operation: 'end', args: [1, 0] },
  { kind: 'memoryCall', thread: 2, operation: 'newPipe', args: [] },
  { kind: 'startProcess', order },
  { kind: 'signalProcess', slot: 1, pid: 43, signal: 15 },
];

describe('readNews', () => {
  it.each(known.map((news) => [news.kind, news] as const))('takes %s as it is', (_, news) =>
    expect(readNews(news, latest)).toEqual(news),
  );

  it.each([
    null,
    7,
    'events',
    {},
    { kind: 'explosion' },
    { kind: 'began', at: Number.NaN },
    { kind: 'question', thread: 'x', lane: 'main' },
    { kind: 'question', thread: 1, lane: 'x'.repeat(1000) },
    { kind: 'fetch', id: 1, request: null, mailbox: null },
    { kind: 'fetch', id: 1, request: { ...request, headers: 5 }, mailbox: null },
    { kind: 'fetch', id: 1, request: { ...request, body: 'text' }, mailbox: null },
    { kind: 'fetch', id: 1, request, mailbox: new Int32Array(0) },
    { kind: 'fetch', id: 0.5, request, mailbox: null },
    { kind: 'room', id: 1, room: [] },
    { kind: 'abandon' },
    { kind: 'memory', buffer: 8 },
    { kind: 'memoryCall', thread: 1, operation: 'end', args: 'all' },
    { kind: 'startProcess', order: { ...order, task: '' } },
    { kind: 'signalProcess', slot: 1, pid: null, signal: 15 },
  ])('makes nothing of %j', (news) => expect(readNews(news, latest)).toBeNull());

  it('leaves out what is no event or no text, and keeps the rest', () => {
    const bad = [
      null,
      5,
      { ...at, kind: 'explosion' },
      { ...at, at: Infinity, kind: 'run' },
      { kind: 'run', at: 1 },
      { ...at, kind: 'start', laneKind: 'x', name: '' },
      { ...at, kind: 'end', end: {} },
    ];
    const good = { ...at, kind: 'run' } as const;
    expect(eventsOf([...bad, good])).toEqual([good]);
    expect(readNews({ kind: 'events', events: 'none' }, latest)).toEqual({ kind: 'events', events: [] });
    expect(
      readNews(
        {
          kind: 'output',
          pieces: [
            { stream: 'stdin', lane: 'main', text: '' },
            { stream: 'stdout', lane: 'main', text: 5 },
          ],
        },
        latest,
      ),
    ).toEqual({ kind: 'output', pieces: [], turn: null });
  });

  it('cuts what no timeline could show, and puts nothing into the future', () => {
    const [name, label, time] = eventsOf([
      { ...at, kind: 'start', laneKind: 'thread', name: 'x'.repeat(1e6) },
      { ...at, kind: 'run', label: { a: 1 } },
      { ...at, at: 1e300, kind: 'run', more: 'x' },
    ]);
    expect(name).toMatchObject({ name: `${'x'.repeat(199)}…` });
    expect(label).toEqual({ ...at, kind: 'run', label: '' });
    expect(time).toEqual({ ...at, at: latest, kind: 'run' });
  });

  it('gives a timeline nothing that it cannot draw', () => {
    const store = new SpanStore();
    const oddKinds = ['start', 'run', 'wait', 'end', 'note', 'acquire', 'constructor', '__proto__', 7, null];
    const odd = eventsOf(
      oddKinds.flatMap((kind) => [
        { ...at, kind },
        { at: 'x', lane: 'main', kind },
        { ...at, kind, name: [], on: {}, laneKind: 'main', end: { status: 'x' } },
      ]),
    );
    store.add(eventsOnPageAxis(odd, 0).map((event) => sinceStart(event, epochMs(0))));
    expect(store.lanes(3000).length).toBe(1);
  });
});

describe('readReport', () => {
  it.each<PythonReport>([
    { status: 'finished', exitCode: 3, elapsedMs: 5, reusable: true },
    { status: 'failed', reason: 'ValueError: x', traceback: 'Traceback', line: 3, elapsedMs: 5, reusable: true },
    { status: 'failed', reason: '', traceback: '', line: null, elapsedMs: 5, reusable: false },
    { status: 'stopped', elapsedMs: 5, reusable: true },
    { status: 'deadlock', words: 'A waits for B', elapsedMs: 5, reusable: true },
  ])('takes $status as it is', (report) => expect(readReport(report)).toEqual(report));

  it.each([
    undefined,
    null,
    5,
    {},
    { status: 'won', elapsedMs: 1 },
    { status: 'finished', exitCode: 'x', elapsedMs: 1 },
    { status: 'stopped', elapsedMs: 'x' },
  ])('says of %j that the interpreter is broken', (report) =>
    expect(readReport(report)).toMatchObject({
      status: 'failed',
      reason: 'The program broke the interpreter in which it ran',
      reusable: false,
    }),
  );
});
