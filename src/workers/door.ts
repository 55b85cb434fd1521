import { expose } from 'comlink';
import { isNamed, lifelineRequest, newsName, type Hello, type News } from '../core/door';

/** Ports that the page watches: they close when this worker ends, however it ends, so they must not be collected before. */
const lifelines: MessagePort[] = [];

/** Offers `api` to the page. The last line of every `*.worker.ts`; its client is `openWorker` in runtime/. */
export function openDoor<T extends object>(api: T): void {
  self.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (port === undefined || !isNamed(event.data, lifelineRequest.timeslice)) return;
    lifelines.push(port);
    const hello: Hello = { now: performance.timeOrigin + performance.now() };
    port.postMessage(hello);
  });
  expose(api);
}

/** Tells the page something in the middle of a call; its client's `onNews` hears it, and before the answer to that call. */
export function tellPage<N>(news: N): void {
  const message: News<N> = { timeslice: newsName, news };
  self.postMessage(message);
}
