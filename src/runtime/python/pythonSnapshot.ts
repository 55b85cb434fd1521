import { pythonFolder, type PythonFileList } from '../../core/python/python';
import { canShareMemory } from '../environment';
import { openPythonCache } from './openPythonCache';
import { sha256 } from './sha256';
import { siteRoot } from '../siteRoot';

/** A Python that has just started, from which others start in a fraction of the time. */
export type Snapshot = Uint8Array;

/** How many times its size must be free before a snapshot is kept. */
const plentyOfRoom = 4;

const digestHeader = 'X-Timeslice-Digest';

/** What is held while the page is open, and the address that says of what it is a snapshot. */
let held: { readonly address: string; readonly snapshot: Promise<Snapshot | null> } | null = null;

const hold = (snapshot: Promise<Snapshot | null>): Promise<Snapshot | null> => {
  held = { address: snapshotAddress(), snapshot };
  return snapshot;
};

/** The snapshot that was kept by an earlier start, in this page or on an earlier visit; null where there is none. Never rejects. */
export function findSnapshot(): Promise<Snapshot | null> {
  return held?.address === snapshotAddress() ? held.snapshot : hold(readKept().catch(() => null));
}

/** Keeps a snapshot for later starts, and for later visits where the browser has room for it. */
export function keepSnapshot(bytes: Uint8Array<ArrayBuffer>): void {
  void hold(Promise.resolve(shared(bytes)));
  void store(bytes).catch(() => undefined);
}

/** Python could not start from it: the next start is a whole one, and makes another. */
export async function dropSnapshot(): Promise<void> {
  void hold(Promise.resolve(null));
  await (await openPythonCache())?.delete(snapshotAddress()).catch(() => false);
}

/** Where it is kept. The name says which Python and which kernel it is of, and in which time zone it started: Python asks for that once. */
export function snapshotAddress(list: PythonFileList = import.meta.env.PYTHON_FILES): string {
  const parts = [list.glue, list.module, list.library, list.bridge, list.kernel].map(({ sha256 }) =>
    sha256.slice(0, 8),
  );
  return `${siteRoot()}${pythonFolder}snapshot-${[...parts, timeZone()].join('-')}`;
}

/** The time zone's name and its two offsets in minutes, which are what Python keeps: a year may bring the zone other rules. */
function timeZone(): string {
  const year = new Date().getFullYear();
  const offsets = [0, 6].map((month) => new Date(year, month, 1).getTimezoneOffset());
  return encodeURIComponent([Intl.DateTimeFormat().resolvedOptions().timeZone, ...offsets].join(','));
}

async function readKept(): Promise<Snapshot | null> {
  const cache = await openPythonCache();
  const response = await cache?.match(snapshotAddress());
  if (response === undefined) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.headers.get(digestHeader) === (await sha256(bytes))) return shared(bytes);
  await cache?.delete(snapshotAddress());
  return null;
}

async function store(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const cache = await openPythonCache();
  if (cache === null || !(await hasRoomFor(bytes.length))) return;
  const headers = { [digestHeader]: await sha256(bytes), 'Content-Type': 'application/octet-stream' };
  await cache.put(snapshotAddress(), new Response(bytes, { headers }));
}

/** Whether the browser has plenty of room: a snapshot is worth less than what readers type and what Python needs without a network. */
async function hasRoomFor(bytes: number): Promise<boolean> {
  // Absent in older browsers, whatever the types say.
  const storage: StorageManager | undefined = navigator.storage;
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = (await storage?.estimate()) ?? {};
  return quota - usage > plentyOfRoom * bytes;
}

/** Where memory can be shared, one copy serves all interpreters. */
function shared(bytes: Uint8Array<ArrayBuffer>): Snapshot {
  if (!canShareMemory()) return bytes;
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
