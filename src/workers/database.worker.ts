import { expose, wrap } from 'comlink';
import type { Database, DatabaseDoor } from '../core/engines/database';
import { FifoLock } from '../core/engines/fifoLock';
import { openLane } from '../core/trace/laneWriter';
import { StartGate } from '../core/engines/startGate';
import type { LaneId } from '../core/trace/trace';
import { courier, sleep } from './courier';
import { workerNow } from '../core/base/clock';
import { openDoor } from './door';

const lockName = 'lock';
let value = 0;
const lock = new FifoLock<LaneId>();
const gate = new StartGate();

/** Each call is one message, so a read and a write are never one step: what is lost between them is lost for real. */
const database: Database = {
  start: () => gate.arrive(),
  read: () => value,
  write(written) {
    value = written;
  },
  tryAcquire: (thread) => lock.tryAcquire(thread),
  acquire: (thread) => lock.acquire(thread),
  release: (thread) => lock.release(thread),
};

const door: DatabaseDoor<MessagePort> = {
  serve(ports) {
    for (const port of ports) expose(database, port);
  },
  arrived: (threads) => gate.arrived(threads),
  open: () => gate.open(),
  value: () => value,

  async work({ lane: info, sleepMs, locked }, port, send) {
    const { emit, delivered } = courier(send);
    const lane = openLane(info, workerNow, emit);
    const remote = wrap<Database>(port);
    await remote.start();

    if (locked) {
      if (!(await remote.tryAcquire(info.id))) {
        lane.block(lockName);
        await remote.acquire(info.id);
      }
      lane.acquire(lockName);
    }
    lane.run('read');
    const seen = await remote.read();
    lane.note(`read ${seen}`);
    lane.wait(`sleep ${sleepMs} ms`);
    await sleep(sleepMs);
    lane.run('write');
    await remote.write(seen + 1);
    lane.note(`wrote ${seen + 1}`);
    if (locked) {
      // Noted before the lock is given up, or two lanes would seem to hold it at once.
      lane.release(lockName);
      await remote.release(info.id);
    }
    const endedAt = lane.end();
    await delivered();
    return endedAt;
  },
};

openDoor(door);
