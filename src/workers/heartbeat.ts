import { expose, wrap } from 'comlink';
import { countFor, newCounter } from '../core/engines/countingKernel';
import { plannedBeats, type Beaten, type HeartbeatParams, type OnCount, type SlowThread } from '../core/engines/loop';
import { openLane } from '../core/trace/laneWriter';
import type { Millis } from '../core/base/time';
import type { SendEvents } from '../core/trace/worker';
import { courier, sleep } from './courier';
import { workerMs, workerNow } from '../core/base/clock';

/** The slow call is made between two beats, so that it is clear which beat is the first it keeps waiting. */
const callAfterBeats = 5.5;
/** How late a timer may be and still count as punctual. */
const punctualMs: Millis = 2;

/** Computes for `ms`, and returns the number of steps it counted. Its caller does nothing else meanwhile. */
export function computeFor(ms: Millis): number {
  return countFor(newCounter(0), ms, () => performance.now()).steps;
}

/** Beats on this event loop while it also makes one slow call: in `port`'s thread, or itself when there is none. */
export async function beat(
  params: HeartbeatParams,
  port: MessagePort | null,
  send: SendEvents,
  onGap: OnCount,
): Promise<Beaten> {
  const { beatMs, callMs } = params;
  const { emit, delivered } = courier(send);
  const loop = openLane({ id: 'loop', kind: 'loop', name: 'event loop' }, workerNow, emit);
  const heart = openLane({ id: 'heartbeat', kind: 'loop', name: 'task: heartbeat' }, workerNow, emit);
  const rest = (): void => void loop.wait('the next timer');
  const startedAt = workerNow();
  const planned = plannedBeats(params);

  const slowCall = async (): Promise<number> => {
    await sleep(callAfterBeats * beatMs);
    if (port === null) {
      loop.run('the slow call');
      const steps = computeFor(callMs);
      rest();
      return steps;
    }
    const thread = wrap<SlowThread>(port);
    loop.run('hand the slow call to a thread');
    const steps = thread.call(callMs);
    rest();
    return steps;
  };

  const beating = async (): Promise<Omit<Beaten, 'steps'>> => {
    let [beats, missed, longestGapMs] = [0, 0, 0];
    let lastAt = startedAt;
    let told: void | Promise<void> = undefined;
    for (let index = 1; index <= planned;) {
      const due = workerMs(startedAt + index * beatMs);
      heart.wait('sleep until the next beat');
      await sleep(due - workerNow());
      const now = workerNow();
      if (now - due > punctualMs) heart.ready('event loop', due);
      loop.run('heartbeat');
      heart.run('beat');
      heart.note('beat');
      beats += 1;
      longestGapMs = Math.max(longestGapMs, now - lastAt);
      told = onGap(now, now - lastAt);
      lastAt = now;
      // Beats whose time has passed are not made up for.
      const next = Math.max(index + 1, Math.floor((now - startedAt) / beatMs) + 1);
      missed += Math.min(next, planned + 1) - index - 1;
      index = next;
      rest();
    }
    heart.end();
    await told;
    return { beats, missed, longestGapMs, endedAt: lastAt };
  };

  const [beaten, steps] = await Promise.all([beating(), slowCall()]);
  loop.end();
  await delivered();
  return { ...beaten, steps };
}

/** Waits for one slow call from `port`, and makes it in a lane of its own. Resolves when the page knows of all of it. */
export function serveOneCall(port: MessagePort, send: SendEvents): Promise<void> {
  const { emit, delivered } = courier(send);
  return new Promise((resolve) => {
    const thread: SlowThread = {
      async call(ms) {
        const lane = openLane({ id: 'thread-1', kind: 'thread', name: 'worker thread' }, workerNow, emit);
        lane.run('the slow call');
        const steps = computeFor(ms);
        lane.end();
        void delivered().then(resolve);
        return steps;
      },
    };
    expose(thread, port);
  });
}
