import * as v from 'valibot';
import { readRaw, removeRaw, writeRaw } from './box';
import { bySchema } from './bySchema';
import { draftsKey as key } from './draftKey';
import { parseFile } from './parseFile';

const rescueKey = 'timeslice-drafts-rescued';
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
const readFile = bySchema(
  v.object({ site: v.literal('timeslice'), version: v.literal(version), drafts: v.record(v.string(), draftSchema) }),
);

/** What a reader made of one program. */
export type Draft = v.InferOutput<typeof draftSchema>;
type Drafts = Readonly<Record<string, Draft>>;

type Parsed =
  { readonly status: 'ok'; readonly drafts: Drafts } | { readonly status: 'newer' } | { readonly status: 'corrupt' };

/** Reads what was stored. Never throws. */
export function parseDrafts(raw: string): Parsed {
  const file = parseFile(raw, version, readFile);
  return file.status === 'ok' ? { status: 'ok', drafts: file.value.drafts } : file;
}

/** The same drafts without the oldest, as far as there is room. The newest always stays. */
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

/** Null where drafts must be left as they are. */
function stored(): Drafts | null {
  const found = readRaw(key);
  if (found.status !== 'found') return {};
  const parsed = parseDrafts(found.raw);
  switch (parsed.status) {
    case 'ok':
      return parsed.drafts;
    case 'newer':
      return null;
    case 'corrupt':
      writeRaw(rescueKey, found.raw);
      return {};
  }
}

/** The reader's draft of a program, by its file's name, which is unique in the site; null where there is none. */
export function readDraft(program: string): Draft | null {
  const drafts = stored();
  return drafts !== null && Object.hasOwn(drafts, program) ? (drafts[program] ?? null) : null;
}

/** Keeps a draft; one that says nothing is removed. Other tabs' drafts are left as they are. Returns why it could not, or null. */
export function keepDraft(program: string, draft: Omit<Draft, 'at'>): 'blocked' | 'full' | 'newer' | null {
  const drafts = stored();
  if (drafts === null) return 'newer';
  const { [program]: _, ...others } = drafts;
  const empty = draft.source === null && draft.aside === null && draft.other === null;
  const next = empty ? others : boundDrafts({ ...others, [program]: { ...draft, at: Date.now() } });
  if (Object.keys(next).length === 0) {
    removeRaw(key);
    return null;
  }
  return writeRaw(key, JSON.stringify({ site: 'timeslice', version, drafts: next }));
}
