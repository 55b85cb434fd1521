import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  keepPlaygroundDraft,
  noteTabDraft,
  parsePlayground,
  playgroundKey,
  removePlaygroundDraft,
  type DraftPage,
  type DraftTrouble,
} from '../../storage/playground';
import { freshId, type Opened, type OpeningNote, type OpenProgram } from './fromAddress';

export interface DeskState {
  readonly program: OpenProgram;
  readonly note: OpeningNote | null;
  /** Why what the reader writes is not kept; null when it is. */
  readonly trouble: DraftTrouble | null;
}

/** A reader who types is not slowed by storing each letter. */
const keepAfterMs = 300;

/** Puts a fragment into the address bar: in place of the one there, or as a step that the browser's Back takes back. */
export function setAddress(address: string, how: 'replace' | 'push'): void {
  if (location.hash === address) return;
  history[`${how}State`](history.state, '', `${location.pathname}${location.search}${address}`);
}

/** What a page has open, and the keeping of it: every edited program is a draft of its own, so nothing is written over. */
export class Desk {
  readonly store: StoreApi<DeskState>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirty = false;
  /** The reader has typed in this tab; what it shows was not only read from storage. */
  #typed = false;

  readonly #page: DraftPage;

  constructor(opened: Opened, page: DraftPage = 'playground') {
    this.store = createStore(() => ({ ...opened, trouble: null }));
    this.#page = page;
  }

  /** The reader has typed. From now on a reload opens the draft, not what the address named. */
  edit(source: string): void {
    const { program } = this.store.getState();
    if (program.source === source) return;
    setAddress('', 'replace');
    this.#typed = true;
    this.#change({ ...program, source });
  }

  setSwitchInterval(switchIntervalMs: number): void {
    this.#change({ ...this.store.getState().program, switchIntervalMs });
  }

  /** Back to the text that was opened. What the reader made of it stays among the drafts. */
  reset(): void {
    this.keep();
    const { program } = this.store.getState();
    setAddress(program.address, 'replace');
    this.#typed = false;
    this.store.setState({ program: { ...program, id: freshId(), source: program.original }, note: null });
  }

  /** Opens another program, or the same one anew. */
  open({ program, note }: Opened): void {
    this.keep();
    setAddress(program.address, 'push');
    if (program.source !== program.original) noteTabDraft(program.id, this.#page);
    this.#typed = false;
    this.store.setState({ program, note });
  }

  dismissNote(): void {
    this.store.setState({ note: null });
  }

  tell(note: OpeningNote): void {
    this.store.setState({ note });
  }

  /** Stores what is not stored yet. */
  keep(): void {
    clearTimeout(this.#timer);
    if (!this.#dirty) return;
    this.#dirty = false;
    const { program, trouble } = this.store.getState();
    const { address: _, ...draft } = program;
    if (draft.source === draft.original) {
      removePlaygroundDraft(draft.id);
      return;
    }
    noteTabDraft(draft.id, this.#page);
    const now = keepPlaygroundDraft(this.#page === 'playground' ? draft : { ...draft, page: this.#page });
    if (now !== trouble) this.store.setState({ trouble: now });
  }

  /** Another tab has written. Where it is at the same draft, this one goes on under an id of its own. */
  hear({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): void {
    if (key !== playgroundKey || newValue === null) return;
    const { program } = this.store.getState();
    const parsed = parsePlayground(newValue);
    const theirs = parsed.status === 'ok' ? parsed.drafts.find(({ id }) => id === program.id) : undefined;
    if (theirs === undefined || theirs.source === program.source) return;
    this.store.setState({ program: { ...program, id: freshId() } });
    if (!this.#typed) return;
    this.#dirty = true;
    this.keep();
  }

  #change(program: OpenProgram): void {
    this.store.setState({ program });
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), keepAfterMs);
  }
}
