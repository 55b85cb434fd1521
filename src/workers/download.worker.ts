import type { DownloadDoor, PageResult, PageTask } from '../core/engines/downloads';
import { openLane, type LaneWriter } from '../core/trace/laneWriter';
import { courier } from './courier';
import { workerNow } from '../core/base/clock';
import type { WorkerMs } from '../core/base/time';
import { openDoor } from './door';
import { fetchPage, type FetchStage } from './fetchPage';

/** The only worker that may fetch from other sites (see isolation.ts): the reader's own addresses. */
const door: DownloadDoor = {
  ready: () => undefined,

  fetchInTurn(lane, tasks, send) {
    const rest = tasks.values();
    return door.fetchShared(lane, () => rest.next().value ?? null, send);
  },

  async fetchShared(info, take, send) {
    const { emit, delivered } = courier(send);
    const lane = openLane(info, workerNow, emit);
    const results: PageResult[] = [];
    lane.run();
    for (let task = await take(); task !== null; task = await take()) {
      const result = await fetchPage(task, stageOf(lane));
      // Before the next span begins, so that the failure stands at the end of its own.
      tell(lane, result);
      lane.run();
      results.push(result);
    }
    const only = results.length === 1 ? results[0] : undefined;
    const endedAt = lane.end(
      only?.status === 'failed' ? { status: 'failed', reason: only.reason } : { status: 'finished' },
    );
    await delivered();
    return { results, endedAt };
  },

  async fetchTogether(info, tasks, send) {
    const { emit, delivered } = courier(send);
    const loop = openLane(info, workerNow, emit);
    loop.run('start the tasks');
    let left = tasks.length;
    const rest = (): void =>
      void (left > 0 && loop.wait(left === 1 ? 'the network, 1 task' : `the network, ${left} tasks`));
    const task = async (page: PageTask, index: number): Promise<PageResult> => {
      const lane = openLane({ id: `task-${index + 1}`, kind: 'loop', name: `task: ${page.name}` }, workerNow, emit);
      const stage = stageOf(lane);
      const result = await fetchPage(page, {
        ...stage,
        running(label) {
          // One thread: while a task runs, the loop runs it.
          loop.run(label);
          stage.running(label);
        },
      });
      tell(lane, result);
      lane.end(result.status === 'failed' ? { status: 'failed', reason: result.reason } : { status: 'finished' });
      left -= 1;
      rest();
      return result;
    };
    const started = tasks.map(task);
    rest();
    const results = await Promise.all(started);
    const endedAt = loop.end();
    await delivered();
    return { results, endedAt };
  },
};

function stageOf(lane: LaneWriter<WorkerMs>): FetchStage {
  return { waiting: lane.wait, running: lane.run, note: lane.note };
}

function tell(lane: LaneWriter<WorkerMs>, result: PageResult): void {
  if (result.status === 'failed') lane.fail(`${result.name} failed: ${result.reason}`);
}

openDoor(door);
