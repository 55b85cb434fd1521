import * as v from 'valibot';
import { create } from 'zustand';
import { bySchema } from './bySchema';
import { isRecord } from './parseFile';
import { storedFile } from './storedFile';

/** What readers did in the incidents of the last lesson. It loads with that lesson and with the certificate; progress, which every page reads, knows nothing of it. */

const key = 'timeslice-incidents';
const version = 1;

const short = v.pipe(v.string(), v.maxLength(60));
const ids = v.pipe(v.array(short), v.maxLength(20));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What has shown that a program is mended; `at`: when, in milliseconds since the Unix epoch. */
const proofSchema = v.variant('kind', [
  /** All of so many kinds of schedules end well, with the GIL and without; null where there are more without it than can be tried. */
  v.object({ kind: v.literal('schedules'), gil: count, freeThreaded: v.nullable(count), at: v.number() }),
  /** It was run. What it printed of that, and what the program had printed before it was mended; null where it was not run before. */
  v.object({
    kind: v.literal('run'),
    before: v.nullable(v.pipe(v.string(), v.maxLength(200))),
    after: v.pipe(v.string(), v.maxLength(200)),
    at: v.number(),
  }),
]);

const notesSchema = v.object({
  /** Where the reader looked, in order, each place once. */
  looks: ids,
  /** The diagnoses that the reader made, in order, each once. */
  named: ids,
  proof: v.nullable(proofSchema),
});
const allSchema = v.record(short, notesSchema);

export type CaseProof = v.InferOutput<typeof proofSchema>;
/** What a reader did in one incident. */
export type CaseNotes = v.InferOutput<typeof notesSchema>;
/** By incident. */
export type AllCaseNotes = Readonly<Record<string, CaseNotes>>;

export const noNotes: CaseNotes = { looks: [], named: [], proof: null };

const readAll = bySchema(allSchema);
const file = storedFile<AllCaseNotes>({
  key,
  rescueKey: 'timeslice-incidents-rescued',
  version,
  empty: {},
  read: (json) => (isRecord(json) ? readAll(json['incidents']) : null),
});

/** Both notes of one incident: what either did, the first one's looks and diagnoses first; of two proofs the later. */
export function mergeNotes(mine: CaseNotes, theirs: CaseNotes): CaseNotes {
  const later = (theirs.proof?.at ?? 0) > (mine.proof?.at ?? 0) ? theirs.proof : mine.proof;
  return {
    looks: [...new Set([...mine.looks, ...theirs.looks])],
    named: [...new Set([...mine.named, ...theirs.named])],
    proof: later,
  };
}

function mergeAll(mine: AllCaseNotes, theirs: AllCaseNotes): AllCaseNotes {
  const merged = Object.entries(theirs).map(([id, notes]) => [id, mergeNotes(mine[id] ?? noNotes, notes)] as const);
  return { ...mine, ...Object.fromEntries(merged) };
}

interface CaseNotesStore {
  readonly notes: AllCaseNotes;
  /** Why notes last only until the page is closed; null where they are kept. */
  readonly trouble: 'blocked' | 'full' | 'newer' | null;
  /** Reads what is stored, also what another tab has stored since. */
  load(): void;
  look(incident: string, place: string): void;
  diagnose(incident: string, diagnosis: string): void;
  prove(incident: string, proof: CaseProof): void;
  /** Adds what an exported file holds of incidents; files of before there were any hold none. */
  importFile(raw: string): void;
  reset(): void;
}

export const useCaseNotes = create<CaseNotesStore>()((set, get) => {
  const keep = (notes: AllCaseNotes): void => {
    // Another tab may have written since: what it knows is kept.
    const stored = file.load();
    const all = stored === null ? notes : mergeAll(stored, notes);
    set({ notes: all, trouble: stored === null ? 'newer' : file.save({ incidents: all }) });
  };
  const change = (incident: string, update: (notes: CaseNotes) => CaseNotes): void => {
    const { notes } = get();
    keep({ ...notes, [incident]: update(notes[incident] ?? noNotes) });
  };
  const added = (list: readonly string[], id: string): string[] => [...new Set([...list, id])];
  return {
    notes: {},
    trouble: null,
    load: () => {
      const stored = file.load();
      set(stored === null ? { trouble: 'newer' } : { notes: mergeAll(get().notes, stored) });
    },
    look: (incident, place) => change(incident, (own) => ({ ...own, looks: added(own.looks, place) })),
    diagnose: (incident, diagnosis) => change(incident, (own) => ({ ...own, named: added(own.named, diagnosis) })),
    prove: (incident, proof) => change(incident, (own) => ({ ...own, proof })),
    importFile: (raw) => {
      try {
        const json: unknown = JSON.parse(raw);
        const theirs = isRecord(json) ? readAll(json['incidents']) : null;
        if (theirs !== null) keep(mergeAll(get().notes, theirs));
      } catch {
        return;
      }
    },
    reset: () => {
      file.remove();
      set({ notes: {}, trouble: null });
    },
  };
});
