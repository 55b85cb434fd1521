import { portName } from '../../core/base/door';
import { pythonFolder } from '../../core/python/python';
// oxlint-disable-next-line import/default -- only its address
import script from '../../workers/python.worker.ts?worker&url';
import type { WorkerAtPort } from '../client';
import { siteRoot } from '../siteRoot';
import emptyPage from './confined.html?url';

/**
 * Python's workers, each under a policy that lets it load its own scripts and connect to nothing, on every kind of visit.
 *
 * A worker that is made from a file has the policy that comes with the file, and a static server sends none: there would only be one where a service worker
 * answers. A worker that is made from a blob takes over the policy of the document that makes it. So a hidden frame, whose document has a strict policy and
 * nothing else in it, makes Python's. That document is a file: one of `srcdoc` would take over the page's policy as well, whose 'self' allows
 * nothing there in Firefox. The blob imports the script: a policy that let the frame make a worker from a file would let that worker make another
 * from a file too. The first message brings the port by which the worker is spoken to.
 */
export async function openConfinedWorkers(address = pythonScript): Promise<() => WorkerAtPort> {
  const inside = await (frame ??= openFrame());
  const starter = starters.get(address) ?? makeStarter(address);
  starters.set(address, starter);
  return () => {
    const worker = new inside.Worker(starter, { type: 'module', name: 'python' });
    const { port1, port2 } = new MessageChannel();
    worker.postMessage(null, [port2]);
    return { worker, port: port1 };
  };
}

type Inside = Window & { readonly Worker: typeof Worker };

/** The frame, which stays as long as the page: its workers would end with it. */
let frame: Promise<Inside> | null = null;
/** The address of each starter, by that of its script. */
const starters = new Map<string, string>();

const pythonScript = new URL(script, import.meta.url).href;

/** The policy of a worker whose scripts lie at these addresses: folders, which end in a slash, and files. src/runtime/README.md names the site's other policies. */
export function strictPolicy(addresses: readonly string[]): string {
  return `default-src 'none'; script-src ${addresses.map(asSource).join(' ')} 'wasm-unsafe-eval'; worker-src blob:`;
}

/** Written so that `;` and `,`, which would end the directive or the policy, are part of the address. */
function asSource(address: string): string {
  return address.replaceAll(';', '%3B').replaceAll(',', '%2C');
}

function openFrame(): Promise<Inside> {
  // While developing, its scripts come from all over the server. Firefox also holds the service worker's script, which answers for them, to this policy.
  const addresses = import.meta.env.DEV
    ? [`${location.origin}/`]
    : [new URL('.', pythonScript).href, siteRoot() + pythonFolder, `${siteRoot()}service-worker.js`];
  const element = document.createElement('iframe');
  element.hidden = true;
  element.title = 'Where Python is started';
  element.src = emptyPage;
  const loaded = new Promise<Inside>((resolve, reject) => {
    const confine = (): void => {
      const inside = element.contentDocument;
      if (inside === null) {
        frame = null;
        element.remove();
        reject(new Error('The page in which Python is started could not be loaded. Reload this page, and try again.'));
        return;
      }
      const policy = inside.createElement('meta');
      policy.httpEquiv = 'Content-Security-Policy';
      policy.content = strictPolicy(addresses);
      inside.head.append(policy);
      resolve(element.contentWindow as Inside);
    };
    element.addEventListener('load', confine, { once: true });
  });
  document.documentElement.append(element);
  return loaded;
}

/** The address of a script that imports another. An error of the import is thrown again outside of the promise, where the page hears of it. */
function makeStarter(address: string): string {
  const text = `addEventListener('message', ({ ports: [port] }) => {
  self.${portName} = port;
  import(${JSON.stringify(address)}).catch((error) => setTimeout(() => { throw error; }));
}, { once: true });`;
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}
