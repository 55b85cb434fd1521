import { expose } from 'comlink';
import { helloName, isNamed, lifelineName, newsName, type Hello, type LifelineRequest, type News } from '../core/door';

/** Offers `api` to the page. The last line of every `*.worker.ts`; its client is `openWorker` in runtime/. */
export function openDoor<T extends object>(api: T): void {
  self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isNamed<LifelineRequest>(data, lifelineName)) holdForLife(data.lock);
  });
  expose(api);
}

/** Tells the page something in the middle of a call; its client's `onNews` hears it, and before the answer to that call. */
export function tellPage<N>(news: N): void {
  const message: News<N> = { timeslice: newsName, news };
  self.postMessage(message);
}

/** Holds a lock that only the end of this worker releases, however it ends: so the page can tell that it has. */
function holdForLife(lock: string): void {
  const hello = (holds: boolean): void => {
    const message: Hello = { timeslice: helloName, now: performance.timeOrigin + performance.now(), holds };
    self.postMessage(message);
  };
  // There are no locks outside secure contexts, whatever the types say.
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) {
    hello(false);
    return;
  }
  locks
    .request(lock, () => {
      hello(true);
      return new Promise<never>(() => undefined);
    })
    // Refused, for example to a sandboxed page: then a worker's silent end goes unnoticed, as it would without all this.
    .catch(() => hello(false));
}
