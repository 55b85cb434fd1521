import { pythonFolder, type PythonFile, type PythonScripts } from '../../core/python/python';
import { StrategyFailure } from '../../core/experiment/experiment';
import { openPythonCache } from './openPythonCache';
import { snapshotAddress } from './pythonSnapshot';
import { sha256 } from './sha256';
import { siteRoot } from '../siteRoot';

/** Told while Python is fetched and started: 0 to 1, and what is being done. */
export type OnBoot = (fraction: number, words: string) => void;

type Bytes = Uint8Array<ArrayBuffer>;

/** Python's files on their way. Each rejects with a `StrategyFailure`. */
export interface PythonFiles {
  readonly scripts: Promise<PythonScripts>;
  readonly module: Promise<WebAssembly.Module>;
  readonly library: Promise<Bytes>;
  readonly bridge: Promise<Bytes>;
  readonly kernel: Promise<Bytes>;
}

interface Fetching {
  readonly files: PythonFiles;
  /** Tells a listener how far it is, now and until all is there. */
  listen(listener: OnBoot): void;
}

let fetching: Fetching | null = null;

/**
 * Python's files, fetched and compiled when first wanted and held for the page's life; after a failure they are fetched anew. They are kept for
 * visits without a network. `onProgress` hears at once how far it is.
 */
export function fetchPython(onProgress: OnBoot): PythonFiles {
  fetching ??= beginFetching();
  fetching.listen(onProgress);
  return fetching.files;
}

function beginFetching(): Fetching {
  const list = import.meta.env.PYTHON_FILES;
  const totalBytes = Object.values(list).reduce((sum, { bytes }) => sum + bytes, 0);
  const listeners = new Set<OnBoot>();
  let gotBytes = 0;
  let over = false;
  const tell = (listener: OnBoot): void =>
    listener(
      Math.min(1, gotBytes / totalBytes),
      `Fetching Python: ${megabytes(gotBytes)} of ${megabytes(totalBytes)} MB`,
    );
  const listen = (listener: OnBoot): void => {
    // Interpreters are started as long as the page lives: afterwards nobody stays on the list.
    if (!over) listeners.add(listener);
    tell(listener);
  };
  const get = (file: PythonFile, meanwhile?: (response: Response) => void): Promise<Bytes> =>
    getFile(file, meanwhile, (bytes) => {
      gotBytes += bytes;
      listeners.forEach(tell);
    });

  const files: PythonFiles = {
    scripts: Promise.all([get(list.loader), get(list.glue)]).then(() => ({
      loader: addressOf(list.loader),
      glue: addressOf(list.glue),
    })),
    module: compile((meanwhile) => get(list.module, meanwhile)),
    library: get(list.library),
    bridge: get(list.bridge),
    kernel: get(list.kernel),
  };
  Promise.all(Object.values(files)).then(
    () => {
      over = true;
      listeners.clear();
      void forgetOthers(Object.values(list)).catch(ignoreRefusal);
    },
    () => {
      // The next call fetches again; earlier callers have their answer, though some files still arrive.
      over = true;
      listeners.clear();
      fetching = null;
    },
  );
  return { files, listen };
}

/** Compiles while the bytes arrive, where the browser can; otherwise, or where the first try brought damaged bytes, from the whole. */
async function compile(get: (meanwhile: (response: Response) => void) => Promise<Bytes>): Promise<WebAssembly.Module> {
  let streamed: Promise<WebAssembly.Module | null> = Promise.resolve(null);
  const bytes = await get((response) => {
    streamed = WebAssembly.compileStreaming(response).catch(() => null);
  });
  return (await streamed) ?? WebAssembly.compile(bytes);
}

/** A file's bytes, kept from an earlier visit or from the network, and the right ones. `meanwhile` is handed each answer as it begins to arrive. */
async function getFile(
  file: PythonFile,
  meanwhile: ((response: Response) => void) | undefined,
  onBytes: (bytes: number) => void,
): Promise<Bytes> {
  const address = addressOf(file);
  const cache = await openPythonCache();
  for (const from of ['kept', 'network', 'reloaded'] as const) {
    const response =
      from === 'kept'
        ? await cache?.match(address).catch(() => undefined)
        : await ask(address, from === 'network' ? 'default' : 'reload');
    if (response === undefined) continue;
    meanwhile?.(response.clone());
    const read = await readAll(response, onBytes).catch(() => null);
    if (read === null && from !== 'kept')
      throw new StrategyFailure(
        'Fetching Python broke off. Check the connection and run it again: what has arrived is kept.',
      );
    if (read !== null && (await isRight(read, file))) {
      // Nobody has to wait for that.
      if (from !== 'kept')
        void cache?.put(address, new Response(read, { headers: { 'Content-Type': file.type } })).catch(ignoreRefusal);
      return read;
    }
    onBytes(-(read?.length ?? 0));
    await cache?.delete(address).catch(ignoreRefusal);
  }
  throw new StrategyFailure(
    'Python arrived damaged, twice. Reload the page to get the newest version of this site, and run it again.',
    'reload',
  );
}

async function ask(address: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(address, { cache }).catch(() => null);
  if (response === null) {
    throw new StrategyFailure(
      navigator.onLine
        ? 'Python could not be fetched: the site did not answer. Check the connection and run it again.'
        : 'There is no network, and Python is not on this device yet. Connect and run it again: once fetched, Python needs no network.',
    );
  }
  // After an update of the site, an open page may ask for what is no longer there.
  if (!response.ok)
    throw new StrategyFailure(
      `Python could not be fetched: the site answered ${response.status}. Reload the page and run it again.`,
      'reload',
    );
  return response;
}

async function readAll(response: Response, onBytes: (bytes: number) => void): Promise<Bytes> {
  const chunks: Bytes[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  try {
    for (let read = await reader?.read(); read !== undefined && !read.done; read = await reader?.read()) {
      chunks.push(read.value);
      length += read.value.length;
      onBytes(read.value.length);
    }
  } catch (error) {
    onBytes(-length);
    throw error;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function isRight(bytes: Bytes, file: PythonFile): Promise<boolean> {
  if (bytes.length !== file.bytes) return false;
  // Absent where the page is not served over https, whatever the types say.
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (subtle === undefined) return true;
  return (await sha256(bytes)) === file.sha256;
}

/** Files of other versions of the site are not wanted any more. */
async function forgetOthers(files: readonly PythonFile[]): Promise<void> {
  const wanted = new Set([...files.map(addressOf), snapshotAddress()]);
  const cache = await openPythonCache();
  for (const { url } of (await cache?.keys()) ?? []) if (!wanted.has(url)) await cache?.delete(url);
}

/** Storage that is full or forbidden costs only the next visit without a network. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
}

function addressOf(file: PythonFile): string {
  return siteRoot() + pythonFolder + file.name;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
