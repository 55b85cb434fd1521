import * as v from 'valibot';
import { bySchema } from './bySchema';
import { storedFile } from './storedFile';
import { keepInTab, readTab } from './tab';

/** The drafts of what a reader wrote on the playground's or the scheduler's page. Each is kept under an id of its own, so that opening another program, or another tab, overwrites nothing. */

/** The key in `localStorage`, for those who listen to other tabs. */
export const playgroundKey = 'timeslice-playground';
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
  /** What that was called; as the draft is, unless said. */
  originalName: v.optional(v.string()),
  switchIntervalMs: v.pipe(v.number(), v.minValue(0.1), v.maxValue(1000)),
  /** Where it was written last; the playground unless said. */
  page: v.optional(v.literal('scheduler')),
  /** When it was last touched, in milliseconds since the Unix epoch. */
  at: v.number(),
});
const fileSchema = v.object({
  site: v.literal('timeslice'),
  version: v.literal(version),
  drafts: v.array(draftSchema),
});
const readFile = bySchema(fileSchema);

export type PlaygroundDraft = v.InferOutput<typeof draftSchema>;

const file = storedFile<readonly PlaygroundDraft[]>({
  key: playgroundKey,
  rescueKey: 'timeslice-playground-rescued',
  version,
  empty: [],
  read: (json) => readFile(json)?.drafts ?? null,
});

/** Reads what was stored. Never throws. */
export const parsePlayground = file.parse;

/** Why drafts last only until the page is closed. */
export type DraftTrouble = 'blocked' | 'full' | 'newer';

/** Sorts drafts, newest first, and leaves out the oldest, as far as there is no room for them. The newest always stays. */
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

/** Every draft, newest first. */
export function readPlaygroundDrafts(): readonly PlaygroundDraft[] {
  return boundPlayground(file.load() ?? []);
}

/** Keeps a draft in place of the one with its id. Returns why it could not, or null. */
export function keepPlaygroundDraft(draft: Omit<PlaygroundDraft, 'at'>): DraftTrouble | null {
  const drafts = file.load();
  if (drafts === null) return 'newer';
  const others = drafts.filter(({ id }) => id !== draft.id);
  return file.save({ drafts: boundPlayground([{ ...draft, at: Date.now() }, ...others]) });
}

/** Removes a draft. */
export function removePlaygroundDraft(id: string): void {
  const drafts = file.load();
  if (drafts !== null) file.save({ drafts: drafts.filter((draft) => draft.id !== id) });
}

/** What the reader was at on a page: the draft that this tab had open there, or else the newest of that page. */
export function readLatestDraft(page: DraftPage): PlaygroundDraft | undefined {
  const drafts = readPlaygroundDrafts();
  const id = readTab(tabKey(page));
  return drafts.find((draft) => draft.id === id) ?? drafts.find((draft) => (draft.page ?? 'playground') === page);
}

/** Notes which draft this tab has open. Where that is not possible, a reload opens the newest. */
export const noteTabDraft = (id: string, page: DraftPage): void => keepInTab(tabKey(page), id);
