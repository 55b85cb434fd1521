import { transfer } from 'comlink';
import type { PyodideInterface } from 'pyodide';
import type { PythonAbilities, PythonDoor, PythonNews, PythonReport, SpentNews } from '../core/python/python';
import type { ProcessStart } from '../core/python/pythonProcesses';
import type { SchedulesDoor } from '../core/python/pythonSchedules';
import { workerMs, workerNow } from '../core/base/clock';
import type { WorkerMs } from '../core/base/time';
import { openDoor, portOfDoor, tellPage } from './door';
import { Border } from './python/border';
import { findCollector } from './python/collector';
import { readEvents, readOutput } from './python/events';
import { describeFault } from './python/faults';
import { Host } from './python/host';
import { takeImage, type Image } from './python/image';
import { insideOf } from './python/inside';
import {
  importScripts,
  startInterpreter,
  type ImportedScripts,
  type PyFunction,
  type PyNamedFunction,
} from './python/interpreter';
import { PageNetwork } from './python/network';
import { mendPipes, type FileSystem } from './python/pipes';
import { ProcessLink } from './python/processes';
import { ScheduleRunner } from './python/schedules';
import { openStacks } from './python/stacks';

type SendJson = (json: string) => void;
/** What a run takes (`_run` in src/python/program/program.py). */
interface RunArgs {
  readonly source: string;
  readonly filename: string;
  readonly interval_ms: number;
  readonly send_events: SendJson;
  readonly send_pieces: SendJson;
}

/** What the run of a process takes besides (`run_process` there). */
interface ProcessArgs extends RunArgs {
  readonly task: Uint8Array;
  readonly slot: number;
  readonly parent_slot: number;
  readonly pid: number;
  readonly parent_pid: number;
  readonly name: string;
}

/** An interpreter that has started. */
interface Started {
  readonly host: Host;
  readonly link: ProcessLink;
  readonly runProcess: PyNamedFunction<ProcessArgs, string>;
  readonly runProgram: PyNamedFunction<RunArgs, string>;
  readonly interrupt: PyFunction<[], void>;
  readonly signalCame: PyFunction<[number: number], void>;
  readonly schedules: ScheduleRunner;
  /** What every run, and every program whose schedules are tried, begins with. */
  readonly image: Image;
  readonly threads: boolean;
  /** When Python's clock showed zero. */
  readonly originMs: WorkerMs;
}

const border = new Border();
let scripts: ImportedScripts | null = null;
let started: Started | null = null;
/** Whether something has happened in it since its image was taken or put back. */
let used = false;

const done = new Set<string>();

/** Both come once in the life of a worker. */
function once(what: 'prepare' | 'boot'): void {
  if (done.has(what)) throw new Error(`A worker does not ${what} twice.`);
  done.add(what);
}

const tell = (news: PythonNews | SpentNews): void => tellPage(news);

function python(): Started {
  if (started === null) throw new Error('Python has not been started.');
  return started;
}

/** Puts the interpreter back as it was when it had started; false where it has grown too large to be kept. No Python runs, and nothing of what ran goes on. */
function putBack(): boolean {
  const { host, link, schedules, image } = python();
  host.rest();
  link.rest();
  schedules.rest();
  used = false;
  return image.restore();
}

const turns = new MessageChannel();

/** Resolves after a turn of the event loop, when no promise has anything to do any more. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- there is none here: see confine.ts
    turns.port1.onmessage = () => resolve();
    turns.port2.postMessage(null);
  });
}

/** The interpreter as it was when it had started, about to be used. */
function fresh(): Started {
  if (used) putBack();
  // A signal may have come too late for the run before.
  else python().host.rest();
  used = true;
  return python();
}

/** Gets from `timeslice.module` a function that lives as long as the interpreter. */
function imported<F>(pyodide: PyodideInterface, module: string, name: string): F {
  return pyodide.pyimport(`timeslice.${module}.${name}`) as F;
}

/** Makes runs of the program that is prepared. Others may be under way, so the host stays as it is. */
async function scheduled<R>(make: (schedules: ScheduleRunner) => Promise<R>): Promise<R> {
  const { host, schedules, image } = python();
  try {
    return await host.unlessLost(make(schedules));
  } finally {
    // Heard before the answer: the page gives the interpreter to others then.
    if (border.crossed || image.outgrown()) tell({ kind: 'spent' });
  }
}

const api: PythonDoor & SchedulesDoor = {
  async prepare(addresses) {
    once('prepare');
    scripts = await importScripts(addresses);
  },

  async boot(given) {
    if (scripts === null) throw new Error('Python has not been prepared.');
    once('boot');
    const { pyodide, cells, snapshot } = await startInterpreter(scripts, border, given);
    const threads = 'Suspending' in WebAssembly;
    const recursionLimit = imported<PyFunction<[], number>>(pyodide, 'program.boot', 'recursion_limit');
    const ask = (thread: number, lane: string): void => tell({ kind: 'question', thread, lane });
    const listOfCollector = imported<PyFunction<['garbage' | 'callbacks'], number>>(
      pyodide,
      'program.boot',
      'list_of_collector',
    );
    const collector = findCollector(insideOf(pyodide), listOfCollector('garbage'), listOfCollector('callbacks'));
    const host = new Host(
      openStacks(pyodide, recursionLimit(), collector),
      cells,
      ask,
      (thread) => tell({ kind: 'withdrawn', thread }),
      new PageNetwork(tell),
    );
    const connect = imported<PyFunction<[object, boolean, boolean, string], void>>(pyodide, 'program.boot', 'connect');
    const link = new ProcessLink(host, cells !== null, tell);
    imported<PyFunction<[object], void>>(pyodide, 'kernel.system', 'connect')(link.face(border));
    link.connect(imported(pyodide, 'kernel.system', 'on_ring'));
    const sample = imported<PyFunction<[], number>>(pyodide, 'pipes.ospipes', 'sample');
    const pipes = mendPipes(pyodide.FS as FileSystem, sample());
    imported<PyFunction<[object], void>>(
      pyodide,
      'pipes.ospipes',
      'connect',
    )(border.face(pipes, ['isPipe', 'blocks', 'setBlocking'], { changes: () => pipes.changes }));
    connect(host.face(border), threads, cells !== null, given.prelude);
    imported<PyFunction<[(address: number, word: number) => void], void>>(
      pyodide,
      'threads.ctypenames',
      'connect',
    )((address, word) => {
      insideOf(pyodide).HEAPU32[address >>> 2] = word;
    });
    host.connect(imported(pyodide, 'kernel.lifetimes', 'enter'), imported(pyodide, 'kernel.kernel', 'arrived'));
    const clock = imported<PyFunction<[], number>>(pyodide, 'kernel.kernel', 'clock');
    const before = workerNow();
    const seconds = clock();
    const functions = {
      runProcess: imported<Started['runProcess']>(pyodide, 'program.program', 'run_process'),
      runProgram: imported<Started['runProgram']>(pyodide, 'program.program', 'run_program'),
      interrupt: imported<Started['interrupt']>(pyodide, 'program.program', 'interrupt'),
      signalCame: imported<Started['signalCame']>(pyodide, 'threads.signals', 'come'),
      schedules: new ScheduleRunner(
        {
          prepare: imported(pyodide, 'scheduled.runs', 'prepare'),
          runMany: imported(pyodide, 'scheduled.runs', 'run_many'),
          watchRun: imported(pyodide, 'scheduled.runs', 'watch_run'),
          stepRuns: imported(pyodide, 'scheduled.stepping', 'step_runs'),
        },
        host,
      ),
    };
    const abilities: PythonAbilities = {
      version: imported<PyFunction<[], string>>(pyodide, 'program.boot', 'version')(),
      threads,
      preemption: !threads ? 'none' : cells === null ? 'monitoring' : 'signal',
    };
    border.close();
    started = {
      host,
      link,
      ...functions,
      threads,
      originMs: workerMs((before + workerNow()) / 2 - seconds * 1000),
      image: takeImage(insideOf(pyodide)),
    };
    return snapshot === null ? { abilities, snapshot } : transfer({ abilities, snapshot }, [snapshot.buffer]);
  },

  async run({ source, fileName, switchIntervalMs }, process) {
    const { host, link, runProgram, runProcess, threads, originMs } = fresh();
    let began = process !== undefined;
    const sendEvents = border.lend((json: string) => {
      const events = readEvents(json, originMs);
      const [first] = events;
      if (!began && first !== undefined) {
        began = true;
        tell({ kind: 'began', at: first.at });
      }
      tell({ kind: 'events', events });
    });
    const sendPieces = border.lend((json: string) =>
      tell({ kind: 'output', pieces: readOutput(json), turn: link.takeOutputTurn() }),
    );
    const startedAt = performance.now();
    const order: RunArgs = {
      source,
      filename: fileName,
      interval_ms: switchIntervalMs,
      send_events: sendEvents,
      send_pieces: sendPieces,
    };
    const runAsProcess = (start: ProcessStart): Promise<string> => {
      link.join(start);
      const { task, slot, parentSlot, pid, parentPid, name } = start.order;
      const args = { ...order, task, slot, parent_slot: parentSlot, pid, parent_pid: parentPid, name };
      return runProcess.callPromisingKwargs(args);
    };
    try {
      const call =
        process !== undefined
          ? runAsProcess(process)
          : threads
            ? runProgram.callPromisingKwargs(order)
            : Promise.resolve(runProgram.callKwargs(order));
      const report = JSON.parse(await host.unlessLost(call)) as PythonReport;
      // A stack that was to be resumed is by then, and not after memory was put back; one that wakes itself for ever keeps the run from ending.
      await host.unlessLost(turn());
      return { ...report, reusable: putBack() && report.reusable && !border.crossed };
    } catch (error) {
      host.rest();
      link.rest();
      return {
        status: 'failed',
        reason: describeFault(error),
        traceback: '',
        line: null,
        elapsedMs: performance.now() - startedAt,
        reusable: false,
      };
    }
  },

  prepareSchedules: (program, toStep) =>
    Promise.resolve(python().schedules.hasPrepared(program, toStep) ? null : fresh().schedules.prepare(program)),

  runSchedules: (items) => scheduled((schedules) => schedules.run(items)),

  runBatch: (items) => scheduled((schedules) => schedules.runBatch(items)),

  watchSchedule: (item, from) => scheduled((schedules) => schedules.watch(item, from)),

  stepSchedule: (item, from) => scheduled((schedules) => schedules.step(item, from)),

  reply: (thread, answer) => python().link.reply(thread, answer),

  ring: () => python().link.ring(),

  answer: (thread, line) => python().host.answer(thread, line),

  arrive(id, answer) {
    const { host } = python();
    host.network.arrive(id, answer);
    host.wakeIdler();
  },

  signal(number, inCells) {
    const { host, signalCame } = python();
    // It may come when the program has ended.
    if (!used) return;
    if (!inCells || host.takeSignal(number)) signalCame(number);
    host.wakeIdler();
  },

  interrupt() {
    const { host, interrupt } = python();
    interrupt();
    host.wakeIdler();
  },
};

openDoor(api, portOfDoor());
