import * as v from 'valibot';
import { readRaw, writeRaw } from './box';
import { bySchema } from './bySchema';
import { parseFile } from './parseFile';

/** What a reader wrote in the playground, or where they are the scheduler. Each is kept under an id of its own, so that opening another program, or another tab, overwrites nothing. */

/** The key in `localStorage`, for those who listen to other tabs. */
export const playgroundKey = 'timeslice-playground';
const rescueKey = 'timeslice-playground-rescued';
/** Which draft a tab had open on a page, for when it is loaded again. */
const tabKey = (page: DraftPage): string => `timeslice-${page}-tab`;
const version = 1;

/** The drafts that were touched longest ago go first. */
const mostDrafts = 40;
/** All together; a browser grants a site about five million characters. */
const mostChars = 1_000_000;

/** The pages that keep drafts here. Each offers all of them, and goes on with its own. */
export type DraftPage = 'playground' | 'scheduler';

const draftSchema = v.object({
  id: v.string(),
  /** The file's name, `barrier.py`. */
  name: v.string(),
  source: v.string(),
  /** What it was made from, to go back to. */
  original: v.string(),
  switchIntervalMs: v.pipe(v.number(), v.minValue(0.1), v.maxValue(1000)),
  /** Where it was written last; the playground unless said. */
  page: v.optional(v.literal('scheduler')),
  /** When it was last touched, in milliseconds since the Unix epoch. */
  at: v.number(),
});
const readFile = bySchema(
  v.object({ site: v.literal('timeslice'), version: v.literal(version), drafts: v.array(draftSchema) }),
);

export type PlaygroundDraft = v.InferOutput<typeof draftSchema>;

/** Why drafts last only until the page is closed. */
export type DraftTrouble = 'blocked' | 'full' | 'newer';

type Parsed =
  | { readonly status: 'ok'; readonly drafts: readonly PlaygroundDraft[] }
  | { readonly status: 'newer' }
  | { readonly status: 'corrupt' };

/** Reads what was stored. Never throws. */
export function parsePlayground(raw: string): Parsed {
  const file = parseFile(raw, version, readFile);
  return file.status === 'ok' ? { status: 'ok', drafts: file.value.drafts } : file;
}

/** The same drafts, newest first, without the oldest, as far as there is room. The newest always stays. */
export function boundPlayground(drafts: readonly PlaygroundDraft[]): readonly PlaygroundDraft[] {
  let chars = 0;
  return drafts
    .toSorted((a, b) => b.at - a.at)
    .slice(0, mostDrafts)
    .filter(({ source, original }, index) => {
      chars += source.length + original.length;
      return index === 0 || chars <= mostChars;
    });
}

/** Null where drafts must be left as they are: a newer version of the site wrote them. */
function stored(): readonly PlaygroundDraft[] | null {
  const found = readRaw(playgroundKey);
  if (found.status !== 'found') return [];
  const parsed = parsePlayground(found.raw);
  switch (parsed.status) {
    case 'ok':
      return parsed.drafts;
    case 'newer':
      return null;
    case 'corrupt':
      writeRaw(rescueKey, found.raw);
      return [];
  }
}

/** Every draft, newest first. */
export function readPlaygroundDrafts(): readonly PlaygroundDraft[] {
  return boundPlayground(stored() ?? []);
}

/** Keeps a draft in place of the one with its id. Returns why it could not, or null. */
export function keepPlaygroundDraft(draft: Omit<PlaygroundDraft, 'at'>): DraftTrouble | null {
  const drafts = stored();
  if (drafts === null) return 'newer';
  return write(boundPlayground([{ ...draft, at: Date.now() }, ...drafts.filter(({ id }) => id !== draft.id)]));
}

/** Forgets a draft. */
export function removePlaygroundDraft(id: string): void {
  const drafts = stored();
  if (drafts !== null) write(drafts.filter((draft) => draft.id !== id));
}

function write(drafts: readonly PlaygroundDraft[]): 'blocked' | 'full' | null {
  return writeRaw(playgroundKey, JSON.stringify({ site: 'timeslice', version, drafts }));
}

/** What the reader was at on a page: the draft that this tab had open there, or else the newest of that page. */
export function readLatestDraft(page: DraftPage): PlaygroundDraft | undefined {
  const drafts = readPlaygroundDrafts();
  const id = readTabDraft(page);
  return drafts.find((draft) => draft.id === id) ?? drafts.find((draft) => (draft.page ?? 'playground') === page);
}

/** Null in a new tab. */
function readTabDraft(page: DraftPage): string | null {
  try {
    return globalThis.sessionStorage.getItem(tabKey(page));
  } catch {
    return null;
  }
}

/** Notes which draft this tab has open. Where that is not possible, a reload opens the newest. */
export function noteTabDraft(id: string, page: DraftPage): void {
  try {
    globalThis.sessionStorage.setItem(tabKey(page), id);
  } catch {
    return;
  }
}
