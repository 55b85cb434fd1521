/**
 * Runs the lessons' programs on native Python and writes what they took to src/lessons/recordings.json.
 *
 *     npm run record -- [--repeats 5] [--only counting] [--note "shared with other work"] [--build "how it was built"] [python3.13 python3.14t …]
 *
 * It begins with the facts (src/lessons/facts): what each prints goes to recorded.json there, and what has changed is said. One of these does one thing alone:
 *
 *     --facts       the facts
 *     --losses      the updates that the counters of the lesson sharing lose: losses.json of the facts
 *     --overtaken   who gets the lock of the lesson stuck: overtaken.json there
 *     --memory      how much memory a hundred thousand jobs need: memory.json there
 *     --table NAME  a table of a lesson, NAME.json there: convoy (how late threads wake beside those that compute), crowd (what more processes than cores cost), chunks
 *                   (small tasks in messages of some), far (how long it takes to read a number), shared (what two processes lose)
 *     --builds      what threads gain and what one thread costs, by build, for the lesson without-gil: builds.json in its folder
 *     --statements  what goes wrong with the statements of the lessons' tables (with --only, of one lesson): native.json beside them
 *     --graphs      what the graphs of the incidents show: recorded.json of their folder
 *     --timelines   what the threads of some programs do, watched from outside (native-timeline.py; Linux): runs.json of their lesson
 *
 * --build is for Pythons that do not tell how they were built, as those of Debian. Without a Python it takes `python3`. Each strategy runs once per round, in
 * turn, so that what else the machine does hits all of them alike. Rows of other Pythons and other machines stay in the file. Programs that download ask a
 * page server on this machine that answers after a second.
 *
 *     npm run record -- --schedules [-t two_turns]
 *
 * is not native: it records the states of the programs that can be stepped without Python (e2e/python/schedules/recordings.test.ts), in the page's own Python;
 * what follows it goes to vitest.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, loadavg, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { binOf } from './machine.mjs';
import { programEnvironment } from './standins/environment.mjs';
import { startPageServer } from './standins/pageServer.mjs';

const latencyMs = 1000;
const lessons = new URL('../src/lessons/', import.meta.url);
const file = new URL('recordings.json', lessons);
const facts = new URL('facts/', lessons);
const factsFile = new URL('recorded.json', facts);
const lossesFile = new URL('losses.json', facts);
const overtakenFile = new URL('overtaken.json', facts);
const memoryFile = new URL('memory.json', facts);
/**
 * Programs whose lines are rows of a table: what each row is called, and its figures.
 *
 * @type {Record<string, { into: URL, program: string, line: RegExp, edit?: { from: string, to: string } } | undefined>}
 */
const tables = {
  convoy: {
    into: new URL('convoy.json', facts),
    program: 'how-many/late_beside_many.py',
    edit: { from: 'NAPS = 100', to: 'NAPS = 300' },
    line: /^beside (?<row>\d+): \d+ naps took (?<seconds>[\d.]+) s, (?<median>[\d.]+) ms late .*twenty (?<twentieth>[\d.]+) ms or more, at the most (?<worst>[\d.]+) ms$/gm,
  },
  crowd: {
    into: new URL('crowd.json', facts),
    program: 'how-many/crowd.py',
    line: /^(?<row>\d+) processes: (?<seconds>[\d.]+) s from their start to their end, (?<megabytes>\d+) MB$/gm,
  },
  chunks: {
    into: new URL('chunks.json', facts),
    program: 'processes/chunks.py',
    line: /^(?:chunksize )?(?<row>[\d,]+|no processes): [\d,]+ in (?<ms>\d+) ms$/gm,
  },
  far: {
    into: new URL('far.json', facts),
    program: 'processes/how_far_away.py',
    line: /^(?<row>.+): (?<microseconds>[\d.,]+) µs$/gm,
  },
  shared: {
    into: new URL('shared.json', facts),
    program: 'processes/shared_count.py',
    line: /^(?<row>plainly|under the lock): (?<count>[\d,]+) of 20,000$/gm,
  },
};
const buildsFile = new URL('without-gil/builds.json', lessons);
/** Programs that end with how many updates they lost. */
const counters = ['counter_plain', 'counter_call'];
/** How often each thread of a statement's program has its turn in a native run. */
const statementRounds = 2_000_000;

/** By strategy: programs that tell with how much memory they did the same work. */
const memoryPrograms = {
  semaphore: 'pressure/jobs_semaphore.py',
  queue: 'pressure/jobs_queue.py',
  'place-first': 'pressure/jobs_place_first.py',
};

/** By lesson: programs whose threads are drawn as they ran natively, and what is changed in each first. */
const watched = {
  'without-gil': { programs: ['count_apart', 'count_into_list'], edit: { from: '(1, 2, 4, 8)', to: '(2,)' } },
};

/** Programs that print the points of a graph, and what is changed in each first. */
const graphPrograms = [
  { name: 'seats_sold_twice' },
  { name: 'answers_with_pauses' },
  { name: 'reports_waiting' },
  { name: 'memory_of_receipts' },
  { name: 'hits_lost', edit: { from: 'HITS = 200_000', to: 'HITS = 4_000_000' } },
  { name: 'messages_lost' },
];

/** By kind of work: programs that tell how long 1, 2, 4 and 8 threads need for it. */
const threadsPrograms = {
  apart: 'without-gil/count_apart.py',
  lists: 'without-gil/count_into_lists.py',
  list: 'without-gil/count_into_list.py',
  lock: 'without-gil/count_under_lock.py',
};

/**
 * By recording: the program of each strategy, whose last line ends in `in 1.23 s`, and what is changed in it for the recording.
 *
 * @type {Record<string, { title: string, unit: string, programs: Record<string, string>, edit?: { from: string, to: string } }>}
 */
const recorded = {
  downloads: {
    title: 'Three pages that each answer after a second',
    unit: 's',
    programs: {
      sequential: 'threads/downloads_sequential.py',
      threaded: 'threads/downloads_threaded.py',
      pool: 'threads/downloads_pool.py',
      async: 'async/downloads_async.py',
    },
  },
  counting: {
    title: 'Counting to 122 million in 17 tasks',
    unit: 's',
    programs: {
      sequential: 'gil/counting_sequential.py',
      threaded: 'gil/counting_threaded.py',
      pooled: 'gil/counting_pooled.py',
    },
  },
  database: {
    title: 'Two threads add one to the fake database',
    unit: 's',
    programs: { unlocked: 'sharing/database_unlocked.py', locked: 'sharing/database_locked.py' },
  },
  queue: {
    title: 'Two producers, one consumer, 24 items',
    unit: 's',
    programs: { bounded: 'sharing/queue_bounded.py', unbounded: 'sharing/queue_unbounded.py' },
  },
  'ten-downloads': {
    title: 'Ten pages of a second, of which one fails and one takes five',
    unit: 's',
    programs: {
      map: 'futures/kept_by_map.py',
      'as-completed': 'futures/kept_by_as_completed.py',
      wait: 'futures/kept_by_wait.py',
    },
  },
  stop: {
    title: 'Eight jobs, two workers, stopped after 0.7 s',
    unit: 's',
    programs: {
      sentinel: 'stopping/stop_by_sentinel.py',
      flag: 'stopping/stop_by_flag.py',
      event: 'stopping/stop_by_event.py',
    },
  },
  waits: {
    title: 'Three million numbers are added up, and a thread waits for the sum',
    unit: 'ms',
    programs: {
      sleeping: 'waiting/wait_sleeping.py',
      pausing: 'waiting/wait_pausing.py',
      looking: 'waiting/wait_looking.py',
    },
  },
  retries: {
    title: 'Two transfers give way to each other; after ten rounds, about 1.8 s, they give up',
    unit: 's',
    programs: { equal: 'stuck/retry_equal.py', random: 'stuck/retry_random.py' },
  },
  drip: {
    title: 'Eight bytes, one every half second, under three limits',
    unit: 's',
    programs: {
      total: 'cancelling/limit_total.py',
      idle: 'cancelling/limit_idle.py',
      connect: 'cancelling/limit_connect.py',
    },
  },
  'million-numbers': {
    title: 'A million numbers are added up, here or in another process',
    unit: 'ms',
    programs: {
      here: 'processes/numbers_here.py',
      list: 'processes/numbers_list.py',
      array: 'processes/numbers_array.py',
      shared: 'processes/numbers_shared.py',
      inherited: 'processes/numbers_inherited.py',
    },
  },
  sleeps: {
    title: 'Ten thousand tasks sleep for a second',
    unit: 's',
    programs: { together: 'async/sleeps_together.py', limited: 'async/sleeps_limited.py' },
  },
  'hundred-thousand-jobs': {
    title: 'A hundred thousand jobs, ten at a time, with no tracemalloc',
    unit: 's',
    programs: memoryPrograms,
    edit: { from: 'WATCH_MEMORY = True', to: 'WATCH_MEMORY = False' },
  },
};

if (process.argv[2] === '--schedules') recordSchedules(process.argv.slice(3));

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repeats: { type: 'string', default: '5' },
    only: { type: 'string' },
    note: { type: 'string' },
    build: { type: 'string' },
    facts: { type: 'boolean', default: false },
    losses: { type: 'boolean', default: false },
    statements: { type: 'boolean', default: false },
    overtaken: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    timelines: { type: 'boolean', default: false },
    graphs: { type: 'boolean', default: false },
    table: { type: 'string' },
    builds: { type: 'boolean', default: false },
  },
});
const repeats = Number(options.repeats);
if (!Number.isInteger(repeats) || repeats < 1) fail(`--repeats wants a whole number from 1, not “${options.repeats}”.`);
const chosen = Object.entries(recorded).filter(([id]) => options.only === undefined || options.only === id);
if (chosen.length === 0 && !options.statements) fail(`--only wants one of: ${Object.keys(recorded).join(', ')}.`);
if ((loadavg()[0] ?? 0) > 0.7)
  console.warn(`This machine is busy (load ${loadavg()[0]?.toFixed(2)}): times will be longer than they should be.`);

/** @typedef {Awaited<ReturnType<typeof describeMachine>>} Machine */

/** What may be recorded alone. */
const tasks = /** @type {const} */ ([
  ['losses', recordLosses],
  ['overtaken', recordOvertaken],
  ['memory', recordMemory],
  ['table', recordTable],
  ['builds', recordBuilds],
  ['statements', recordAllStatements],
  ['timelines', recordTimelines],
  ['graphs', recordGraphs],
]);

const server = await startPageServer({ latencyMs });
try {
  const recordings = JSON.parse(readFileSync(file, 'utf8'));
  for (const python of positionals.length > 0 ? positionals : ['python3']) {
    const row = await describeMachine(python);
    console.log(`${row.implementation} ${row.python}, ${row.cores} cores, ${row.os}, ${repeats} rounds`);
    const alone = tasks.find(([task]) => options[task])?.[1];
    if (alone !== undefined) {
      await alone(python, row);
      continue;
    }
    await recordFacts(python, `${row.implementation} ${row.python}`);
    if (options.facts) continue;
    for (const [id, { title, unit, programs, edit }] of chosen) {
      const strategies = await measure(python, programs, edit);
      recordings[id] = { title, unit, rows: withRow(recordings[id]?.rows ?? [], { ...row, strategies }) };
      writeFileSync(file, `${JSON.stringify(recordings, null, 2)}\n`);
    }
  }
} finally {
  await server.close();
}

/**
 * Records the states of programs in the page's Python, and ends this process.
 *
 * @param {readonly string[]} more what vitest is told besides
 */
function recordSchedules(more) {
  const config = ['--config', 'e2e/python/vitest.config.ts', 'e2e/python/schedules/recordings'];
  const { status } = spawnSync(process.execPath, [binOf('vitest'), 'run', ...config, ...more], {
    env: { ...process.env, TIMESLICE_RECORD: '1' },
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}

/**
 * What the programs of the facts print on a Python, and what is no longer as it was recorded.
 *
 * @param {string} python
 * @param {string} name of its version
 */
async function recordFacts(python, name) {
  /** @type {Record<string, Record<string, string>>} */
  const recordedFacts = JSON.parse(readFileSync(factsFile, 'utf8'));
  /** @type {Record<string, string>} */
  const printed = {};
  for (const program of readdirSync(facts)
    .filter((path) => path.endsWith('.py'))
    .sort()) {
    const now = (await run(python, [fileURLToPath(new URL(program, facts))])).trim();
    const before = recordedFacts[name]?.[program];
    printed[program] = now;
    if (before === undefined ? now !== 'holds' : now !== before)
      console.log(`  ${program}: ${now}${before === undefined ? '' : `; before: ${before}`}`);
  }
  recordedFacts[name] = printed;
  writeFileSync(factsFile, `${JSON.stringify(recordedFacts, null, 2)}\n`);
}

/**
 * The least and the most of the updates that each counter loses on a Python.
 *
 * @param {string} python
 * @param {Readonly<Record<'implementation' | 'python' | 'date', string>>} row
 */
async function recordLosses(python, { implementation, python: version, date }) {
  /** @type {Record<string, { date: string, repeats: number, lost: Record<string, { least: number, most: number }> }>} */
  const losses = JSON.parse(readFileSync(lossesFile, 'utf8'));
  /** @type {Record<string, { least: number, most: number }>} */
  const lost = {};
  for (const counter of counters) {
    const counts = [];
    for (let round = 0; round < repeats; round += 1) {
      const printed = await run(python, [fileURLToPath(new URL(`sharing/${counter}.py`, lessons))]);
      counts.push(Number(/^Lost ([\d,]+)$/m.exec(printed)?.[1]?.replaceAll(',', '')));
    }
    lost[counter] = rangeOf(counts);
    console.log(`  ${counter.padEnd(14)} ${lost[counter]?.least} to ${lost[counter]?.most}`);
  }
  losses[`${implementation} ${version}`] = { date, repeats, lost };
  writeFileSync(lossesFile, `${JSON.stringify(losses, null, 2)}\n`);
}

/**
 * What goes wrong with the statements of every lesson, or of the one that --only names.
 *
 * @param {string} python
 * @param {Machine} row
 */
async function recordAllStatements(python, row) {
  for (const lesson of readdirSync(lessons)) {
    const folder = new URL(`${lesson}/statements/`, lessons);
    if ((options.only ?? lesson) === lesson && existsSync(folder)) await recordStatements(folder, python, row);
  }
}

/**
 * The least and the most that goes wrong in one run of each program of a folder, with more rounds than the page has and with threads that change as often as Python lets them.
 *
 * @param {URL} folder
 * @param {string} python
 * @param {Machine} row
 */
async function recordStatements(folder, python, row) {
  /** @type {Record<string, { least: number, most: number }>} */
  const wrong = {};
  for (const file of readdirSync(folder)
    .filter((path) => path.endsWith('.py'))
    .sort()) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const many = source.replace(/^ROUNDS = \d+$/m, `ROUNDS = ${statementRounds}`);
    if (many === source) fail(`${file} has no line “ROUNDS = 2”.`);
    const counts = [];
    for (let round = 0; round < repeats; round += 1) {
      const printed = await run(python, ['-c', `import sys\nsys.setswitchinterval(1e-5)\n${many}`]);
      counts.push(Number(/^(?:Lost|Raised) (\d+)$/m.exec(printed)?.[1]));
    }
    const range = rangeOf(counts);
    wrong[file.replace('.py', '')] = range;
    console.log(`  ${file.padEnd(20)} ${range.least} to ${range.most}`);
  }
  writeRow(new URL('native.json', folder), { ...row, rounds: statementRounds, wrong });
}

/**
 * How often a thread that wants a lock is overtaken by one that takes it again and again: the least and the most of the medians, and of the worst cases.
 *
 * @param {string} python
 * @param {Readonly<Record<'implementation' | 'python' | 'build' | 'date', string>>} row
 */
async function recordOvertaken(python, { implementation, python: version, build, date }) {
  const recordedTurns = JSON.parse(readFileSync(overtakenFile, 'utf8'));
  /** @type {number[]} */
  const medians = [];
  /** @type {number[]} */
  const worst = [];
  for (let round = 0; round < repeats; round += 1) {
    const printed = await run(python, [fileURLToPath(new URL('stuck/unfair_lock.py', lessons))]);
    const [, median, most] = /Overtaken by Ada: (\d+) times \(median\), (\d+) at the most/.exec(printed) ?? [];
    if (median === undefined || most === undefined) fail('unfair_lock.py does not say how often Ben was overtaken.');
    medians.push(Number(median));
    worst.push(Number(most));
  }
  recordedTurns[`${implementation} ${version}`] = {
    date,
    build,
    repeats,
    median: rangeOf(medians),
    worst: rangeOf(worst),
  };
  console.log(`  overtaken      ${JSON.stringify(recordedTurns[`${implementation} ${version}`])}`);
  writeFileSync(overtakenFile, `${JSON.stringify(recordedTurns, null, 2)}\n`);
}

/**
 * The figures of the table that --table names: of each, the median of the runs, the least and the most.
 *
 * @param {string} python
 * @param {Machine} row
 */
async function recordTable(python, row) {
  const table = tables[options.table ?? ''];
  if (table === undefined) fail(`--table wants one of: ${Object.keys(tables).join(', ')}.`);
  const { into, program, edit, line } = table;
  /** @type {Record<string, Record<string, number[]>>} */
  const told = {};
  for (let round = 0; round < repeats; round += 1) {
    const printed = await run(python, programArgs(program, edit));
    for (const { groups = {} } of printed.matchAll(line)) {
      const { row: of = '', ...figures } = groups;
      const before = (told[of] ??= {});
      for (const [figure, value] of Object.entries(figures))
        (before[figure] ??= []).push(Number(value.replaceAll(',', '')));
    }
  }
  if (Object.keys(told).length === 0) fail(`${program} printed no line of its table.`);
  const figures = Object.fromEntries(Object.entries(told).map(([of, lists]) => [of, spreadsOf(lists)]));
  console.log(JSON.stringify(figures));
  writeRow(into, { ...row, figures });
}

/**
 * The least and the most memory in kB that each way to do a hundred thousand jobs held at a time.
 *
 * @param {string} python
 * @param {Machine} row
 */
async function recordMemory(python, row) {
  /** @type {Record<string, { least: number, most: number }>} */
  const kilobytes = {};
  for (const [strategy, program] of Object.entries(memoryPrograms)) {
    const held = [];
    for (let round = 0; round < repeats; round += 1) {
      const printed = await run(python, [fileURLToPath(new URL(program, lessons))]);
      const [, told] = /^([\d,]+) kB at the most$/m.exec(printed) ?? [];
      if (told === undefined) fail(`${program} does not say how much memory it held.`);
      held.push(Number(told.replaceAll(',', '')));
    }
    kilobytes[strategy] = rangeOf(held);
    console.log(`  ${strategy.padEnd(12)} ${kilobytes[strategy]?.least} to ${kilobytes[strategy]?.most} kB`);
  }
  writeRow(memoryFile, { ...row, kilobytes });
}

/** @typedef {import('../src/lab/experiment/native/nativeRun').NativeRun} NativeRun */

/** When the last thread of a run ended, in milliseconds. @param {NativeRun} run */
function lengthOf({ lanes }) {
  return Math.max(...lanes.map(({ toMs }) => toMs));
}

/**
 * What each thread of the watched programs does, seen from outside: of several runs the middle one in length.
 *
 * @param {string} python
 * @param {Machine} machine
 */
async function recordTimelines(python, machine) {
  const recorder = fileURLToPath(new URL('native-timeline.py', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'watched-'));
  for (const [lesson, { programs, edit }] of Object.entries(watched)) {
    /** @type {Record<string, NativeRun | undefined>} */
    const runs = {};
    for (const program of programs) {
      const path = join(folder, `${program}.py`);
      writeFileSync(path, edited(`${lesson}/${program}.py`, edit));
      const seen = [];
      for (let round = 0; round < repeats; round += 1)
        seen.push(/** @type {NativeRun} */ (JSON.parse(await run('python3', [recorder, python, path]))));
      runs[program] = seen.toSorted((one, other) => lengthOf(one) - lengthOf(other))[seen.length >> 1];
      console.log(`  ${program.padEnd(16)} ${seen.map(lengthOf).join(', ')} ms`);
    }
    writeRow(new URL(`${lesson}/runs.json`, lessons), { ...machine, runs });
  }
  rmSync(folder, { recursive: true });
}

/**
 * The points of the graphs of the incidents: each of their programs prints lines of a series, x and y.
 *
 * @param {string} python
 * @param {Machine} machine
 */
async function recordGraphs(python, machine) {
  /** @type {Record<string, Record<string, [x: number, y: number][]>>} */
  const graphs = {};
  for (const { name, edit } of graphPrograms) {
    const printed = await run(python, programArgs(`incidents/graphs/${name}.py`, edit));
    /** @type {Record<string, [x: number, y: number][]>} */
    const series = {};
    for (const [, line = '', x, y] of printed.matchAll(/^(.+)\t([\d.]+)\t([\d.]+)$/gm))
      (series[line] ??= []).push([Number(x), Number(y)]);
    if (Object.keys(series).length === 0) fail(`incidents/graphs/${name}.py prints no points.`);
    graphs[name] = series;
    console.log(`  ${name.padEnd(20)} ${Object.keys(series).join(', ')}`);
  }
  writeRow(new URL('incidents/recorded.json', lessons), { ...machine, repeats: 1, graphs });
}

/**
 * How long each kind of work takes with 1, 2, 4 and 8 threads, and what one thread needs in time and memory, in seconds and MB.
 *
 * @param {string} python
 * @param {Machine} row
 */
async function recordBuilds(python, row) {
  /** @type {Record<string, Record<string, number[]>>} */
  const seconds = {};
  /** @type {Record<string, number[]>} */
  const costs = {};
  for (let round = 0; round < repeats; round += 1) {
    for (const [work, program] of Object.entries(threadsPrograms)) {
      const printed = await run(python, [fileURLToPath(new URL(program, lessons))]);
      const lines = [...printed.matchAll(/^(\d+) threads counted to [\d,]+ in (\d+\.\d+) s$/gm)];
      if (lines.length !== 4) fail(`${program} does not say how long four numbers of threads need.`);
      for (const [, threads = '', time] of lines) ((seconds[work] ??= {})[threads] ??= []).push(Number(time));
    }
    const printed = await run(python, [fileURLToPath(new URL('without-gil/what_it_costs.py', lessons))]);
    const lines = [...printed.matchAll(/^(\w+): (\d+\.\d+) (?:s|MB at the most)$/gm)];
    if (lines.length !== 4) fail('what_it_costs.py does not say what three kinds of work and the memory are.');
    for (const [, cost = '', value] of lines) (costs[cost] ??= []).push(Number(value));
  }
  const counted = {
    seconds: Object.fromEntries(Object.entries(seconds).map(([work, all]) => [work, spreadsOf(all)])),
    costs: spreadsOf(costs),
  };
  console.log(JSON.stringify(counted));
  writeRow(buildsFile, { ...row, ...counted });
}

/**
 * @param {string} python
 * @param {Readonly<Record<string, string>>} programs
 * @param {{ from: string, to: string } | undefined} edit what is changed in each of them first
 * @returns {Promise<Record<string, { medianMs: number, minMs: number, maxMs: number }>>}
 */
async function measure(python, programs, edit) {
  const times = Object.keys(programs).map((strategy) => ({ strategy, ms: /** @type {number[]} */ ([]) }));
  for (let round = 0; round < repeats; round += 1) {
    for (const { strategy, ms } of times) {
      const printed = await run(python, programArgs(programs[strategy] ?? '', edit));
      const seconds = / in (\d+\.\d+) s\s*$/.exec(printed)?.[1];
      if (seconds === undefined) fail(`${programs[strategy]} does not end with “in 1.23 s”.`);
      ms.push(Math.round(Number(seconds) * 1000));
      console.log(`  ${strategy.padEnd(12)} ${seconds} s`);
    }
  }
  return Object.fromEntries(
    times.map(({ strategy, ms }) => [
      strategy,
      { medianMs: Math.round(median(ms)), minMs: Math.min(...ms), maxMs: Math.max(...ms) },
    ]),
  );
}

/** @param {string} python */
async function describeMachine(python) {
  const ask = `
import platform, sysconfig
options = sysconfig.get_config_var("CONFIG_ARGS")
used = [name for option, name in (("--enable-optimizations", "PGO"), ("--with-lto", "LTO")) if option in (options or "")]
build = "how it was built is not known" if options is None else "optimised with " + " and ".join(used) if used else "not an optimised build"
free = ", free-threaded" if sysconfig.get_config_var("Py_GIL_DISABLED") else ""
print(platform.python_version(), platform.python_implementation() + free, build, sep="|")`;
  const [version = '', implementation = '', build = ''] = (await run(python, ['-c', ask])).trim().split('|');
  const systems = /** @type {Record<string, string>} */ ({ linux: 'Linux', darwin: 'macOS', win32: 'Windows' });
  const os = `${systems[platform()] ?? platform()} ${arch() === 'x64' ? 'x86-64' : arch()}`;
  const date = new Date().toISOString().slice(0, 10);
  return {
    python: version,
    implementation,
    build: options.build ?? build,
    cores: availableParallelism(),
    os,
    ...(options.note === undefined ? {} : { note: options.note }),
    date,
    repeats,
  };
}

/**
 * @param {string} python
 * @param {readonly string[]} args
 * @returns {Promise<string>} what it printed
 */
function run(python, args) {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  return new Promise((resolve) => {
    const child = spawn(python, args, {
      cwd: folder,
      env: programEnvironment(server.url),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.on('error', (error) => fail(`${python} cannot be started: ${error.message}`));
    child.on('close', (exit) => {
      rmSync(folder, { recursive: true, force: true });
      if (exit !== 0) fail(`${python} ${args[0]} ended with ${exit}.`);
      resolve(stdout);
    });
  });
}

/** What is changed in a program before it is recorded. @typedef {{ readonly from: string, readonly to: string }} Edit */

/**
 * The source of a program, changed.
 *
 * @param {string} program from the lessons' folder
 * @param {Edit} edit
 */
function edited(program, { from, to }) {
  const source = readFileSync(new URL(program, lessons), 'utf8');
  if (!source.includes(from)) fail(`${program} has no “${from}”.`);
  return source.replace(from, to);
}

/**
 * How Python is told to run a program, changed or as it is.
 *
 * @param {string} program from the lessons' folder
 * @param {Edit | undefined} edit
 */
function programArgs(program, edit) {
  return edit === undefined ? [fileURLToPath(new URL(program, lessons))] : ['-c', edited(program, edit)];
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** @param {readonly number[]} values */
function rangeOf(values) {
  return { least: Math.min(...values), most: Math.max(...values) };
}

/**
 * The median of each list, to three places, with the least and the most.
 *
 * @param {Readonly<Record<string, readonly number[]>>} lists
 */
function spreadsOf(lists) {
  const spreads = Object.entries(lists).map(([name, values]) => [
    name,
    { median: Math.round(median(values) * 1000) / 1000, ...rangeOf(values) },
  ]);
  return Object.fromEntries(spreads);
}

/**
 * Rows by Python, with one for this machine in place of an older one.
 *
 * @template {Host} R
 * @param {readonly R[]} rows
 * @param {R} row
 */
function withRow(rows, row) {
  return [...rows.filter((other) => !sameMachine(other, row)), row].sort(byPython);
}

/**
 * Writes what one Python on one machine came to into a file of rows.
 *
 * @template {Host} R
 * @param {URL} into
 * @param {R} row
 */
function writeRow(into, row) {
  const before = existsSync(into) ? JSON.parse(readFileSync(into, 'utf8')) : [];
  writeFileSync(into, `${JSON.stringify(withRow(before, row), null, 2)}\n`);
}

/** @typedef {{ python: string, implementation: string, cores: number, os: string }} Host */

/** @param {Host} a @param {Host} b */
function sameMachine(a, b) {
  return a.python === b.python && a.implementation === b.implementation && a.cores === b.cores && a.os === b.os;
}

/** @param {Host} a @param {Host} b */
function byPython(a, b) {
  return a.python.localeCompare(b.python, 'en', { numeric: true }) || a.implementation.localeCompare(b.implementation);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
