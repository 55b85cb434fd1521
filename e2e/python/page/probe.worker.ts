import { portOfDoor } from '../../../src/workers/door';

/** What a worker under Python's policy could do, if the policy let it: each by its name, with `refused` or what came of it. */
export type Probed = Readonly<Record<string, string>>;

const port = portOfDoor();

/** How long an attempt may take, in milliseconds, before it counts as neither refused nor got. */
const patienceMs = 3000;

/** What is being attempted. A browser may collect what nothing else refers to, and its events never come. */
const attempted = new Set<object>();

/** Keeps an object alive. */
function keep<T extends object>(made: T): T {
  attempted.add(made);
  return made;
}

/** A worker started from here; resolves with what it says, rejects when it does not start. */
function nested(address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = keep(new Worker(address));
    worker.addEventListener('message', ({ data }) => (data === 'refused' ? reject(data) : resolve(data)));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(event);
    });
  });
}

const blobOf = (text: string): string => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));

function socket(address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const made = keep(new WebSocket(address));
    made.addEventListener('open', resolve);
    made.addEventListener('error', reject);
  });
}

function xhr(address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const made = keep(new XMLHttpRequest());
    made.open('GET', address);
    made.addEventListener('load', resolve);
    made.addEventListener('error', reject);
    made.send();
  });
}

function timer(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    Object.assign(self, { ran: resolve });
    // oxlint-disable-next-line typescript/no-implied-eval -- it is what must be refused
    setTimeout("self.ran('text')", 0);
    setTimeout(reject, 200);
  });
}

async function got(attempt: () => unknown): Promise<string> {
  return `got ${String(await attempt())}`;
}

const tooLong = (): Promise<string> => new Promise((resolve) => setTimeout(() => resolve('no answer'), patienceMs));

/** A module that is in its own address. */
const text: string = 'data:text/javascript,export default 1';

port.addEventListener('message', async ({ data: other }: MessageEvent<string>) => {
  const attempts: Readonly<Record<string, () => unknown>> = {
    'import of another site': () => import(/* @vite-ignore */ `${other}import`),
    'import of text': () => import(/* @vite-ignore */ text),
    'import of a blob': () => import(/* @vite-ignore */ blobOf('export default 1')),
    'fetch of another site': () => fetch(`${other}fetch`, { mode: 'no-cors' }),
    'fetch of this site': () => fetch(`${location.origin}/`),
    XMLHttpRequest: () => xhr(`${other}xhr`),
    WebSocket: () => socket(`${other.replace('http', 'ws')}socket`),
    importScripts: () => (Reflect.get(self, 'importScripts') as (address: string) => void)(`${other}scripts`),
    'a worker from another site': () => nested(`${other}worker`),
    'a worker from text': () => nested('data:text/javascript,postMessage(1)'),
    'a worker from this site': () => nested(import.meta.url),
    'fetch by a worker from a blob': () =>
      nested(
        blobOf(
          `fetch('${other}nested', { mode: 'no-cors' }).then(() => postMessage('fetched'), () => postMessage('refused'))`,
        ),
      ),
    // oxlint-disable-next-line typescript/no-implied-eval -- it is what must be refused
    Function: () => new Function('return 1')(),
    'a timer of text': timer,
  };
  const probed: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      probed[name] = await Promise.race([got(attempt), tooLong()]);
    } catch {
      probed[name] = 'refused';
    }
  }
  probed['isolated'] = String(crossOriginIsolated);
  port.postMessage(probed satisfies Probed);
});
port.start();
