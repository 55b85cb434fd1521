import { workerNow } from '../core/base/clock';
import { expose } from 'comlink';
import {
  helloName,
  isNamed,
  lifelineName,
  newsName,
  portName,
  type Hello,
  type LifelineRequest,
  type News,
} from '../core/base/door';

/** By which page and worker speak. */
type Way = Pick<MessagePort, 'postMessage' | 'addEventListener' | 'removeEventListener'>;

/** The worker's own, unless it was given a port. */
let way: Way | null = null;

/** Offers `api` to the page. The last line of every `*.worker.ts`; its client is `openWorker` in runtime/. With `port`, they speak by that alone. */
export function openDoor<T extends object>(api: T, port?: MessagePort): void {
  const mine: Way = port ?? self;
  way = mine;
  // What a program makes up is no message of the page's: the door's listeners come later, and do not see it.
  mine.addEventListener('message', (event) => event.isTrusted || event.stopImmediatePropagation(), true);
  mine.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isNamed<LifelineRequest>(data, lifelineName)) holdForLife(data.lock);
  });
  expose(api, mine);
}

/**
 * The port that what started this worker has brought (see runtime/python/confinedWorkers.ts).
 * @throws in a worker that was started otherwise, which may be held to no policy.
 */
export function portOfDoor(): MessagePort {
  const port: unknown = Reflect.get(self, portName);
  Reflect.deleteProperty(self, portName);
  if (!(port instanceof MessagePort)) throw new Error('This worker was not started as it should be.');
  return port;
}

/** Tells the page something in the middle of a call; its client's `onNews` hears it, and before the answer to that call. */
export function tellPage<N>(news: N): void {
  const message: News<N> = { timeslice: newsName, news };
  say(message);
}

function say(message: unknown): void {
  (way ?? self).postMessage(message);
}

/** Holds a lock that only the end of this worker releases, however it ends: so the page can tell that it has. */
function holdForLife(lock: string): void {
  const hello = (holds: boolean): void => {
    const message: Hello = { timeslice: helloName, now: workerNow(), holds };
    say(message);
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
