import { beforeEach, expect, test, vi } from 'vitest';
import type { PythonBoot, PythonDoor } from '../core/python/python';
import type { ScheduledProgram, SchedulesDoor } from '../core/python/pythonSchedules';
import type { Border } from './python/border';

/** What Python may call in these tests. */
interface HostFace {
  start(me: number, next: number): void;
  wake(next: number): void;
  readonly parking: Promise<boolean>;
}

const fake = vi.hoisted(() => ({
  door: null as unknown,
  border: null as unknown,
  told: [] as unknown[],
  outgrown: false,
  functions: {} as Record<string, unknown>,
}));

vi.mock('./door', () => ({
  openDoor: (api: unknown) => (fake.door = api),
  portOfDoor: () => null,
  tellPage: (news: unknown) => fake.told.push(news),
}));
vi.mock('./python/stacks', () => {
  const nothing = (): void => undefined;
  return {
    openStacks: () => ({
      leave: nothing,
      comeBack: nothing,
      fresh: nothing,
      guard: nothing,
      show: nothing,
      hide: nothing,
      rest: nothing,
      isInKernel: () => false,
    }),
  };
});
vi.mock('./python/collector', () => ({ findCollector: () => ({ moveLists: () => null }) }));
vi.mock('./python/image', () => ({ takeImage: () => ({ restore: () => true, outgrown: () => fake.outgrown }) }));
vi.mock('./python/pipes', () => ({
  mendPipes: () => ({ changes: 0, isPipe: () => false, blocks: () => false, setBlocking: () => undefined }),
}));
vi.mock('./python/interpreter', () => ({
  importScripts: () => Promise.resolve({}),
  startInterpreter: (_: unknown, border: unknown) => {
    fake.border = border;
    return Promise.resolve({
      pyodide: { FS: {}, pyimport: (name: string) => fake.functions[name] ?? (() => 0) },
      cells: null,
      snapshot: null,
    });
  },
}));

const program: ScheduledProgram = {
  source: 'x = 1',
  fileName: 'a.py',
  granularity: 'line',
  watch: [],
  mainFirst: true,
  accesses: true,
  time: 'patient',
};

/** Lets promises go on until they wait for something else. */
const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

/** A worker that has started, whose Python is `functions`. */
async function started(functions: Record<string, unknown>): Promise<PythonDoor & SchedulesDoor> {
  vi.resetModules();
  Object.assign(fake, { outgrown: false, functions: { 'timeslice.scheduled.runs.prepare': () => null, ...functions } });
  await import('./python.worker');
  const door = fake.door as PythonDoor & SchedulesDoor;
  await door.prepare({ loader: '', glue: '' });
  await door.boot({ memory: null } as PythonBoot);
  return door;
}

beforeEach(() => vi.stubGlobal('navigator', { hardwareConcurrency: 2 }));

/** A worker whose Python starts a thread for each batch and parks the main one, until `goOn` lets the thread hand back. */
async function parking(): Promise<{
  readonly door: PythonDoor & SchedulesDoor;
  readonly goOn: () => void;
  readonly host: () => HostFace;
}> {
  let host: HostFace | null = null;
  const waiting: (() => void)[] = [];
  const gate = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  const face = (): HostFace => {
    if (host === null) throw new Error('Python is not connected.');
    return host;
  };
  const door = await started({
    'timeslice.program.boot.connect': (given: HostFace) => void (host = given),
    'timeslice.kernel.lifetimes.enter': { callPromising: () => gate().then(() => face().wake(1)) },
    'timeslice.scheduled.runs.run_many': {
      callPromising: async (items: string) => {
        face().start(1, 2);
        await face().parking;
        return items;
      },
    },
  });
  await door.prepareSchedules(program, false);
  return { door, host: face, goOn: () => waiting.shift()?.() };
}

test('a batch that is asked for while another is under way leaves the threads of that one parked', async () => {
  const { door, goOn } = await parking();
  const first = door.runBatch('first');
  await turn();
  const second = door.runBatch('second');
  await turn();
  goOn();
  expect(await first).toBe('first');
  await turn();
  goOn();
  expect(await second).toBe('second');
});

test('a thread that is lost ends every call that is under way', async () => {
  const { door, host } = await parking();
  const calls = [door.runBatch('first'), door.runBatch('second')];
  await turn();
  host().wake(7);
  for (const { status } of await Promise.allSettled(calls)) expect(status).toBe('rejected');
});

test('an interpreter that cannot be put back, or whose program called C by itself, says so before it answers', async () => {
  const { door, goOn } = await parking();
  const run = async (): Promise<readonly unknown[]> => {
    fake.told.length = 0;
    const answer = door.runBatch('').finally(() => fake.told.push('answer'));
    await turn();
    goOn();
    await answer;
    return fake.told;
  };
  expect(await run()).toEqual(['answer']);
  fake.outgrown = true;
  expect(await run()).toEqual([{ kind: 'spent' }, 'answer']);
  fake.outgrown = false;
  (fake.border as Border).crossed = true;
  expect(await run()).toEqual([{ kind: 'spent' }, 'answer']);
});
