import type { LaneInfo } from '../trace/laneWriter';
import type { Millis, WorkerMs } from '../base/time';
import type { SendEvents } from '../trace/worker';

/** An item's number, from 1; null is the sentinel that sends a consumer home. */
export type QueueItem = number | null;

/** The queue as producers and consumers see it, at the other end of a port. */
export interface SharedQueue {
  /** Resolves when all may start. */
  start(): Promise<void>;
  /** Puts the item in if there is room. */
  tryPut(item: QueueItem): boolean | Promise<boolean>;
  /** Resolves when the item is in. */
  put(item: QueueItem): Promise<void>;
  /** Takes the oldest item, or null when there is none. */
  tryGet(): { readonly item: QueueItem } | null | Promise<{ readonly item: QueueItem } | null>;
  /** Resolves with the oldest item. */
  get(): Promise<QueueItem>;
}

/** Told after every change of the queue's length, with the time on the queue's own clock. */
export type OnLength = (at: WorkerMs, length: number) => void | Promise<void>;

export interface ProducerTask {
  readonly lane: LaneInfo;
  readonly items: readonly number[];
  /** Making an item is a sleep of this time. */
  readonly itemMs: Millis;
}

export type ConsumerTask = Omit<ProducerTask, 'items'>;

/** What a producer or consumer tells at its end. */
export interface QueueWork {
  readonly items: number;
  /** Blocked on a full queue, or on an empty one. */
  readonly blockedMs: Millis;
  /** On the worker's own clock. */
  readonly endedAt: WorkerMs;
}

/** A queue worker is the queue, a producer or a consumer, as it is asked. `Port` is a MessagePort, which core does not know. */
export interface QueueDoor<Port> {
  /** Becomes the queue, for one producer or consumer at each port. */
  serve(capacity: number, ports: readonly Port[], onLength: OnLength): void;
  /** Resolves when that number of producers and consumers is ready to start. */
  arrived(count: number): Promise<void>;
  /** Lets them start. */
  open(): void;
  /** Puts one sentinel for each consumer behind all items. Resolves when the last is in. */
  close(consumers: number): Promise<void>;
  /** The longest that the queue has been. Resolves when the page knows of every change. */
  longest(): Promise<number>;
  produce(task: ProducerTask, queue: Port, send: SendEvents): Promise<QueueWork>;
  consume(task: ConsumerTask, queue: Port, send: SendEvents): Promise<QueueWork>;
}

/** Deals items 1 to `items` out to the producers in turn, as equally as can be. */
export function dealItems(items: number, producers: number): readonly (readonly number[])[] {
  const hands: number[][] = Array.from({ length: producers }, () => []);
  for (let item = 1; item <= items; item += 1) hands[(item - 1) % producers]?.push(item);
  return hands;
}
