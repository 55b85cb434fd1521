import { createStore, type StoreApi } from 'zustand/vanilla';
import { draftsKey } from '../../storage/draftKey';
import { keepDraft, readDraft, type Draft } from '../../storage/drafts';

/** What there is of a program besides the lesson's text. */
export type Versions = Pick<Draft, 'source' | 'aside' | 'other'>;

export interface KeptDrafts {
  /** By program; only those that were opened. A program may stand twice on a page. */
  readonly drafts: Readonly<Record<string, Versions>>;
  /** Why the newest changes are not kept; null when they are. */
  readonly trouble: ReturnType<typeof keepDraft>;
}

export const noVersions: Versions = { source: null, aside: null, other: null };

/** How long typing must rest before the draft is stored, so that a reader who types is not slowed by storing each letter. */
const keepAfterMs = 400;

/** One tab's drafts. What another tab writes is taken over; where both wrote unheard of each other, the other's version is put by. */
export class DraftKeeper {
  readonly store: StoreApi<KeptDrafts> = createStore(() => ({ drafts: {}, trouble: null }));
  /** By program: the text that this tab last read or wrote. */
  readonly #seen = new Map<string, string | null>();
  #unkept: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  versions(program: string): Versions {
    const { drafts } = this.store.getState();
    return (Object.hasOwn(drafts, program) ? drafts[program] : undefined) ?? noVersions;
  }

  /** Takes over what is kept, unless the reader has just typed. */
  open(program: string): void {
    if (this.#unkept === program) return;
    const kept = readDraft(program);
    this.#seen.set(program, kept?.source ?? null);
    // What is not kept may have had no room: the text on the screen stays.
    if (kept === null || this.store.getState().trouble !== null) return;
    const { source, aside, other } = this.versions(program);
    if (kept.source !== source || kept.aside !== aside || kept.other !== other)
      this.#set(program, { source: kept.source, aside: kept.aside, other: kept.other });
  }

  /** Another tab has written. */
  hear({ key }: Pick<StorageEvent, 'key'>): void {
    if (key === draftsKey) this.refresh();
  }

  /** Looks again at all that was opened: a tab that was put to sleep heard nothing. */
  refresh(): void {
    for (const program of this.#seen.keys()) this.open(program);
  }

  change(program: string, versions: Versions): void {
    if (this.#unkept !== program) this.keep();
    this.#set(program, versions);
    this.#unkept = program;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), keepAfterMs);
  }

  /** Stores what is not stored yet. */
  keep(): void {
    clearTimeout(this.#timer);
    const program = this.#unkept;
    if (program === null) return;
    this.#unkept = null;
    const kept = readDraft(program);
    let versions = this.versions(program);
    if (kept !== null && kept.source !== versions.source && kept.source !== (this.#seen.get(program) ?? null)) {
      versions = {
        source: versions.source,
        aside: versions.aside ?? kept.aside,
        other: kept.source ?? versions.other ?? kept.other,
      };
      this.#set(program, versions);
    }
    this.#seen.set(program, versions.source);
    const trouble = keepDraft(program, versions);
    if (trouble !== this.store.getState().trouble) this.store.setState({ trouble });
  }

  #set(program: string, versions: Versions): void {
    this.store.setState(({ drafts }) => ({ drafts: { ...drafts, [program]: versions } }));
  }
}
