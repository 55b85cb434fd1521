import * as v from 'valibot';
import { bySchema } from './bySchema';
import { draftsKey } from './draftKey';
import { storedFile } from './storedFile';

const version = 1;

/** The drafts that were touched longest ago go first. */
const mostDrafts = 60;
/** All together; a browser grants a site about five million characters. */
const mostChars = 1_000_000;

const draftSchema = v.object({
  /** What the reader made of the program; null while it stands as the lesson has it. */
  source: v.nullable(v.string()),
  /** What the reader had before going back to the lesson's program. */
  aside: v.nullable(v.string()),
  /** What another tab made of the program while this one did not hear of it. */
  other: v.optional(v.nullable(v.string()), null),
  /** When it was last touched, in milliseconds since the Unix epoch. */
  at: v.number(),
});
/** What a reader made of one program. */
export type Draft = v.InferOutput<typeof draftSchema>;
type Drafts = Readonly<Record<string, Draft>>;

const fileSchema = v.object({
  site: v.literal('timeslice'),
  version: v.literal(version),
  drafts: v.record(v.string(), draftSchema),
});
const readFile = bySchema(fileSchema);
const file = storedFile<Drafts>({
  key: draftsKey,
  rescueKey: 'timeslice-drafts-rescued',
  version,
  empty: {},
  read: (json) => readFile(json)?.drafts ?? null,
});

/** Reads what was stored. Never throws. */
export const parseDrafts = file.parse;

/** Leaves out the oldest drafts, as far as there is no room for them. The newest always stays. */
export function boundDrafts(drafts: Drafts): Drafts {
  let chars = 0;
  const kept = Object.entries(drafts)
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, mostDrafts)
    .filter(([, { source, aside, other }], index) => {
      chars += (source?.length ?? 0) + (aside?.length ?? 0) + (other?.length ?? 0);
      return index === 0 || chars <= mostChars;
    });
  return Object.fromEntries(kept);
}

/** The reader's draft of a program, by its file's name, which is unique in the site; null where there is none. */
export function readDraft(program: string): Draft | null {
  const drafts = file.load();
  return drafts !== null && Object.hasOwn(drafts, program) ? (drafts[program] ?? null) : null;
}

/** Keeps a draft; one that says nothing is removed. Other tabs' drafts are left as they are. Returns why it could not, or null. */
export function keepDraft(program: string, draft: Omit<Draft, 'at'>): 'blocked' | 'full' | 'newer' | null {
  const drafts = file.load();
  if (drafts === null) return 'newer';
  const { [program]: _, ...others } = drafts;
  const empty = draft.source === null && draft.aside === null && draft.other === null;
  const next = empty ? others : boundDrafts({ ...others, [program]: { ...draft, at: Date.now() } });
  if (Object.keys(next).length === 0) {
    file.remove();
    return null;
  }
  return file.save({ drafts: next });
}
