import { expose } from 'comlink';
import { lifelineRequest, type Hello } from '../core/door';

/** Ports that the page watches: they close when this worker ends, however it ends, so they must not be collected before. */
const lifelines: MessagePort[] = [];

/** Offers `api` to the page. The last line of every `*.worker.ts`; its client is `openWorker` in runtime/. */
export function openDoor<T extends object>(api: T): void {
  self.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (port === undefined || !isLifelineRequest(event.data)) return;
    lifelines.push(port);
    const hello: Hello = { now: performance.timeOrigin + performance.now() };
    port.postMessage(hello);
  });
  expose(api);
}

function isLifelineRequest(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'timeslice' in data && data.timeslice === lifelineRequest.timeslice;
}
