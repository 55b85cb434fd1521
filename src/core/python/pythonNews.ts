import { mostInName, shorten, shortenMiddle } from '../base/shorten';
import { workerMs } from '../base/clock';
import type { WorkerMs } from '../base/time';
import type { LaneEnd, LaneId, LaneKind, TraceEvent } from '../trace/trace';
import { brokeInterpreter, isFields, isNumber, isInteger, isList } from './answers';
import { mostProcesses } from './processes/layout';
import type { PythonNews, PythonOutput, PythonReport, SpentNews } from './python';
import type { PythonRequest } from './pythonNetwork';
import type { ProcessOrder } from './pythonProcesses';

/** What is kept of why a run ended: its beginning says what it is, its last line is shown. */
const mostReason = 20_000;
/** No lane of ours has a longer id. */
const mostLaneId = 200;

/**
 * What an interpreter says, as far as it makes sense; null for what does not. A program that digs its way out of Python could say anything in
 * the name of its interpreter: what comes from here has the shape that its type promises. Times after `latest`, on the worker's own clock, count as `latest`.
 */
export function readNews(news: unknown, latest: WorkerMs): PythonNews | SpentNews | null {
  if (!isFields(news)) return null;
  const { kind, id, thread } = news;
  switch (kind) {
    case 'began':
      return isNumber(news.at) ? { kind, at: workerMs(Math.min(news.at, latest)) } : null;
    case 'events':
      return { kind, events: each(news.events, (event) => readEvent(event, latest)) };
    case 'output':
      return { kind, pieces: each(news.pieces, readPiece), turn: isInteger(news.turn) ? news.turn : null };
    case 'question':
      return isInteger(thread) && isLane(news.lane) ? { kind, thread, lane: news.lane } : null;
    case 'spent':
      return { kind };
    case 'withdrawn':
      return isInteger(thread) ? { kind, thread } : null;
    case 'fetch': {
      const request = readRequest(news.request);
      const { mailbox } = news;
      if (!isInteger(id) || request === null) return null;
      if (mailbox === null) return { kind, id, request, mailbox };
      return mailbox instanceof Int32Array && mailbox.length === 2 ? { kind, id, request, mailbox } : null;
    }
    case 'room':
      return isInteger(id) && news.room instanceof Uint8Array ? { kind, id, room: news.room } : null;
    case 'abandon':
      return isInteger(id) ? { kind, id } : null;
    case 'memory':
      return isBuffer(news.buffer) ? { kind, buffer: news.buffer } : null;
    case 'memoryCall':
      return (thread === null || isInteger(thread)) && typeof news.operation === 'string' && isList(news.args)
        ? { kind, thread, operation: news.operation, args: news.args }
        : null;
    case 'startProcess': {
      const order = readOrder(news.order);
      return order === null ? null : { kind, order };
    }
    case 'signalProcess':
      return isSlot(news.slot) && isInteger(news.pid) && isInteger(news.signal)
        ? { kind, slot: news.slot, pid: news.pid, signal: news.signal }
        : null;
    default:
      return null;
  }
}

/** How a run ended, by what its interpreter says; as a failure of that where it makes no sense. */
export function readReport(report: unknown): PythonReport {
  const broken: PythonReport = {
    status: 'failed',
    reason: brokeInterpreter,
    traceback: '',
    line: null,
    elapsedMs: 0,
    reusable: false,
  };
  if (!isFields(report) || !isNumber(report.elapsedMs)) return broken;
  const { status, exitCode, line } = report;
  const rest = { elapsedMs: report.elapsedMs, reusable: report.reusable === true };
  switch (status) {
    case 'finished':
      return isInteger(exitCode) ? { status, exitCode, ...rest } : broken;
    case 'failed':
      return {
        status,
        reason: shortenMiddle(text(report.reason), mostReason),
        traceback: text(report.traceback),
        line: isInteger(line) ? line : null,
        ...rest,
      };
    case 'stopped':
      return { status, ...rest };
    case 'deadlock':
      return { status, words: shorten(text(report.words), mostReason), ...rest };
    default:
      return broken;
  }
}

function readEvent(event: unknown, latest: WorkerMs): TraceEvent<WorkerMs> | null {
  if (!isFields(event) || !isNumber(event.at) || !isLane(event.lane)) return null;
  const { kind, lane } = event;
  // Written out: traces have tens of thousands of events, and spreading took most of the time.
  const at = workerMs(Math.min(event.at, latest));
  switch (kind) {
    case 'start':
      if (!isLaneKind(event.laneKind)) return null;
      return isLane(event.loop)
        ? { at, lane, kind, laneKind: event.laneKind, name: nameIn(event.name), loop: event.loop }
        : { at, lane, kind, laneKind: event.laneKind, name: nameIn(event.name) };
    case 'run':
      return event.label === undefined ? { at, lane, kind } : { at, lane, kind, label: nameIn(event.label) };
    case 'ready':
      return event.on === undefined ? { at, lane, kind } : { at, lane, kind, on: nameIn(event.on) };
    case 'wait':
    case 'block':
      return { at, lane, kind, on: nameIn(event.on) };
    case 'acquire':
    case 'release':
      return { at, lane, kind, lock: nameIn(event.lock) };
    case 'note':
      return event.failed === true
        ? { at, lane, kind, text: words(event.text), failed: true }
        : { at, lane, kind, text: words(event.text) };
    case 'end': {
      const end = readEnd(event.end);
      return end === null ? null : { at, lane, kind, end };
    }
    case 'timer': {
      const { number, delayMs, task } = event;
      if (!isInteger(number) || !isNumber(delayMs)) return null;
      const timer = { at, lane, kind, number, name: nameIn(event.name), delayMs: Math.max(0, delayMs) } as const;
      return isLane(task) ? { ...timer, task } : timer;
    }
    case 'soon':
      return isInteger(event.number) ? { at, lane, kind, number: event.number, name: nameIn(event.name) } : null;
    case 'call':
    case 'over':
      return isInteger(event.number) ? { at, lane, kind, number: event.number } : null;
    default:
      return null;
  }
}

function readEnd(end: unknown): LaneEnd | null {
  if (!isFields(end)) return null;
  const { status } = end;
  if (status === 'failed') return { status, reason: words(end.reason) };
  return status === 'finished' || status === 'stopped' ? { status } : null;
}

function readPiece(piece: unknown): PythonOutput | null {
  if (!isFields(piece)) return null;
  const { stream, lane, text } = piece;
  return (stream === 'stdout' || stream === 'stderr') && isLane(lane) && typeof text === 'string'
    ? { stream, lane, text }
    : null;
}

function readRequest(request: unknown): PythonRequest | null {
  if (!isFields(request)) return null;
  const { url, method, headers, body, timeoutMs } = request;
  if (typeof url !== 'string' || typeof method !== 'string' || !isList(headers)) return null;
  if (body !== null && !isOwnBytes(body)) return null;
  if (timeoutMs !== null && !isNumber(timeoutMs)) return null;
  const pairs = each(headers, readHeader);
  return { url, method, headers: pairs, body, timeoutMs };
}

function readHeader(pair: unknown): readonly [name: string, value: string] | null {
  if (!isList(pair)) return null;
  const [name, value] = pair;
  if (typeof name !== 'string') return null;
  return typeof value === 'string' || typeof value === 'number' ? [name, String(value)] : null;
}

function readOrder(order: unknown): ProcessOrder | null {
  if (!isFields(order)) return null;
  const { slot, parentSlot, pid, parentPid, name, task } = order;
  if (!isSlot(slot) || !isSlot(parentSlot) || !isInteger(pid) || !isInteger(parentPid)) return null;
  return task instanceof Uint8Array ? { slot, parentSlot, pid, parentPid, name: nameIn(name), task } : null;
}

/** What `read` finds in the items of a list, without those in which it finds nothing. */
function each<R>(list: unknown, read: (item: unknown) => R | null): readonly R[] {
  if (!isList(list)) return [];
  const found: R[] = [];
  for (const item of list) {
    const one = read(item);
    if (one !== null) found.push(one);
  }
  return found;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Nobody could read longer ones, and the timeline would have to lay them out. */
function words(value: unknown): string {
  return shorten(text(value));
}

function nameIn(value: unknown): string {
  return shorten(text(value), mostInName);
}

/** A place of a process in the memory of the program's processes. */
function isSlot(value: unknown): value is number {
  return isInteger(value) && value >= 0 && value < mostProcesses;
}

function isLane(value: unknown): value is LaneId {
  return typeof value === 'string' && value.length <= mostLaneId;
}

function isLaneKind(value: unknown): value is LaneKind {
  return value === 'thread' || value === 'process' || value === 'loop' || value === 'main';
}

function isBuffer(value: unknown): value is ArrayBufferLike {
  return (
    value instanceof ArrayBuffer || (typeof SharedArrayBuffer !== 'undefined' && value instanceof SharedArrayBuffer)
  );
}

/** Shared memory could change while it is being sent. */
function isOwnBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;
}
