import { expose, wrap } from 'comlink';
import { BoundedQueue } from '../core/engines/boundedQueue';
import type { OnLength, QueueDoor, QueueItem, SharedQueue } from '../core/engines/queue';
import { openLane } from '../core/trace/laneWriter';
import { StartGate } from '../core/engines/startGate';
import { courier, sleep } from './courier';
import { workerNow } from '../core/base/clock';
import { openDoor } from './door';

const gate = new StartGate();
let queue = new BoundedQueue<QueueItem>(Infinity);
let longest = 0;
let lastTold: void | Promise<void>;

const shared: SharedQueue = {
  start: () => gate.arrive(),
  tryPut: (item) => queue.tryPut(item),
  put: (item) => queue.put(item),
  tryGet: () => queue.tryGet(),
  get: () => queue.get(),
};

function openQueue(capacity: number, onLength: OnLength): BoundedQueue<QueueItem> {
  return new BoundedQueue(capacity, (length) => {
    longest = Math.max(longest, length);
    lastTold = onLength(workerNow(), length);
  });
}

const door: QueueDoor<MessagePort> = {
  serve(capacity, ports, onLength) {
    queue = openQueue(capacity, onLength);
    for (const port of ports) expose(shared, port);
  },
  arrived: (count) => gate.arrived(count),
  open: () => gate.open(),
  async close(consumers) {
    await Promise.all(Array.from({ length: consumers }, () => queue.put(null)));
  },
  async longest() {
    await lastTold;
    return longest;
  },

  async produce({ lane: info, items, itemMs }, port, send) {
    const { emit, delivered } = courier(send);
    const lane = openLane(info, workerNow, emit);
    const remote = wrap<SharedQueue>(port);
    await remote.start();

    let blockedMs = 0;
    for (const item of items) {
      lane.wait(`making item ${item}`);
      await sleep(itemMs);
      const askedAt = lane.run(`put item ${item}`);
      if (!(await remote.tryPut(item))) {
        lane.block('queue full');
        await remote.put(item);
        blockedMs += workerNow() - askedAt;
      }
    }
    const endedAt = lane.end();
    await delivered();
    return { items: items.length, blockedMs, endedAt };
  },

  async consume({ lane: info, itemMs }, port, send) {
    const { emit, delivered } = courier(send);
    const lane = openLane(info, workerNow, emit);
    const remote = wrap<SharedQueue>(port);
    await remote.start();

    let blockedMs = 0;
    let items = 0;
    for (;;) {
      const askedAt = lane.run('get');
      let taken = await remote.tryGet();
      if (taken === null) {
        lane.block('queue empty');
        taken = { item: await remote.get() };
        blockedMs += workerNow() - askedAt;
      }
      if (taken.item === null) break;
      lane.wait(`handling item ${taken.item}`);
      await sleep(itemMs);
      items += 1;
    }
    const endedAt = lane.end();
    await delivered();
    return { items, blockedMs, endedAt };
  },
};

openDoor(door);
