import { expose, wrap } from 'comlink';
import { FifoLock } from '../core/engines/fifoLock';
import { accounts, pauseOf, type Account, type Bank, type RetriesDoor } from '../core/engines/retries';
import { StartGate } from '../core/engines/startGate';
import { openLane } from '../core/trace/laneWriter';
import type { LaneId } from '../core/trace/trace';
import { workerNow } from '../core/base/clock';
import { courier, sleep } from './courier';
import { openDoor } from './door';

const locks = new Map(accounts.map((account) => [account, new FifoLock<LaneId>()]));
const gate = new StartGate();

function lockOf(account: Account): FifoLock<LaneId> {
  const lock = locks.get(account);
  if (lock === undefined) throw new Error(`The bank has no account called ${account}.`);
  return lock;
}

const bank: Bank = {
  start: () => gate.arrive(),
  tryAcquire: (account, thread) => lockOf(account).tryAcquire(thread),
  acquire: (account, thread) => lockOf(account).acquire(thread),
  release: (account, thread) => lockOf(account).release(thread),
};

const door: RetriesDoor<MessagePort> = {
  serve(ports) {
    for (const port of ports) expose(bank, port);
  },
  arrived: (transfers) => gate.arrived(transfers),
  open: () => gate.open(),

  async transfer(task, port, send) {
    const { lane: info, from, to, stepMs, rounds } = task;
    const { emit, delivered } = courier(send);
    const lane = openLane(info, workerNow, emit);
    const remote = wrap<Bank>(port);
    const step = async (what: string): Promise<void> => {
      lane.wait(what);
      await sleep(stepMs);
      lane.run();
    };
    await remote.start();

    let done: number | null = null;
    for (let round = 1; round <= rounds && done === null; round += 1) {
      if (!(await remote.tryAcquire(from, info.id))) {
        lane.block(from);
        await remote.acquire(from, info.id);
      }
      lane.acquire(from);
      lane.run();
      await step(`withdraw from ${from}`);
      if (await remote.tryAcquire(to, info.id)) {
        lane.acquire(to);
        await step(`pay into ${to}`);
        lane.note(`done in round ${round}`);
        lane.release(to);
        await remote.release(to, info.id);
        done = round;
      } else {
        lane.note(`round ${round}: ${to} is taken`);
        await step('undo the withdrawal');
      }
      // Noted before the lock is given up, or two lanes would seem to hold it at once.
      lane.release(from);
      await remote.release(from, info.id);
      if (done === null && round < rounds) {
        lane.wait('pause');
        await sleep(pauseOf(task, Math.random()));
        lane.run();
      }
    }
    const endedAt = lane.end();
    await delivered();
    return { round: done, endedAt };
  },
};

openDoor(door);
