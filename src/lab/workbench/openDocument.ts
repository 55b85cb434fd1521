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
import { copyText } from '../../ui/useCopy';
import { freshId, type Opened, type OpeningNote, type OpenProgram } from './fromAddress';
import { fitsIntoAddress, maxProgramBytes } from './share';

/** An address that holds the program. */
export interface PackedAddress {
  readonly address: string;
  /** What the address holds besides the program: "the 8 steps you took". */
  readonly beside?: string | undefined;
}

/** An address that the page shows, for the reader to send. */
export interface SharedAddress extends PackedAddress {
  /** False where the browser does not let the page write to the clipboard. */
  readonly copied: boolean;
}

export interface OpenDocumentState {
  readonly program: OpenProgram;
  readonly note: OpeningNote | null;
  /** Why what the reader writes is not kept; null when it is. */
  readonly trouble: DraftTrouble | null;
  /** Null unless the reader has asked for the address, and not closed it. */
  readonly shared: SharedAddress | null;
}

/** Whether the reader has changed the program, or its name, since it was opened. */
export const isEdited = ({ source, original, name, originalName }: OpenProgram): boolean =>
  source !== original || name !== originalName;

/** Told to a reader whose program is too long to be shared. */
export const tooLongToShare = `A program of more than ${maxProgramBytes / 1000} kB does not fit into an address. Download it, and send the file.`;

/** How long typing must rest before the draft is stored, so that a reader who types is not slowed by storing each letter. */
const keepAfterMs = 300;

/** Puts a fragment into the address bar: in place of the one there, or as a step that the browser's Back takes back. */
export function setAddress(address: string, how: 'replace' | 'push'): void {
  if (location.hash === address) return;
  history[`${how}State`](history.state, '', `${location.pathname}${location.search}${address}`);
}

/** The program that a page has open. It keeps every edited program as a draft of its own, so that no draft is written over. */
export class OpenDocument {
  readonly store: StoreApi<OpenDocumentState>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirty = false;
  /** The reader has typed in this tab; what it shows was not only read from storage. */
  #typed = false;
  /** Counts what was opened, or asked for by the address. */
  #openings = 0;
  readonly #page: DraftPage;

  constructor({ program, note }: Opened, page: DraftPage = 'playground') {
    this.store = createStore(() => ({ program, note, trouble: null, shared: null }));
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

  /** The reader has named the program. Its draft stays the same one, and a reload opens it, not what the address named. */
  rename(name: string): void {
    const { program } = this.store.getState();
    if (program.name === name) return;
    setAddress('', 'replace');
    this.#typed = true;
    this.#change({ ...program, name });
    this.keep();
  }

  setSwitchInterval(switchIntervalMs: number): void {
    this.#change({ ...this.store.getState().program, switchIntervalMs });
  }

  /** Back to the text that was opened, and its name. What the reader made of it stays among the drafts. */
  reset(): void {
    this.keep();
    const { program } = this.store.getState();
    setAddress(program.address, 'replace');
    this.#typed = false;
    this.store.setState({
      program: { ...program, id: freshId(), source: program.original, name: program.originalName },
      note: null,
    });
  }

  /** Opens another program, or the one that is open anew. */
  open({ program, note }: Opened): void {
    this.#openings += 1;
    this.keep();
    setAddress(program.address, 'push');
    if (isEdited(program)) noteTabDraft(program.id, this.#page);
    this.#typed = false;
    this.store.setState({ program, note, shared: null });
  }

  /** Passes to `take` what the address asks for, once it is fetched, unless the address or the reader has asked for something else meanwhile. Never rejects: a note tells what failed. */
  async openLater<O extends Opened>(coming: Promise<O>, take: (opened: O) => void): Promise<void> {
    this.#openings += 1;
    const mine = this.#openings;
    const fetched = await coming.then(
      (opened) => ({ opened }),
      (error: unknown) => ({ error }),
    );
    if (mine !== this.#openings) return;
    if ('opened' in fetched) take(fetched.opened);
    else
      this.tell({
        kind: 'trouble',
        words: `The examples could not be fetched (${String(fetched.error)}). Try again.`,
      });
  }

  /** Shows and copies the address that `pack` makes of the program; one that is too long for an address is not packed, and a note says why. */
  async share(pack: () => Promise<PackedAddress>): Promise<void> {
    if (!fitsIntoAddress(this.store.getState().program.source)) {
      this.tell({ kind: 'trouble', words: tooLongToShare });
      return;
    }
    const packed = await pack();
    this.store.setState({ shared: { ...packed, copied: await copyText(packed.address) } });
  }

  closeShared(): void {
    this.store.setState({ shared: null });
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
    if (!isEdited(program)) {
      removePlaygroundDraft(draft.id);
      return;
    }
    noteTabDraft(draft.id, this.#page);
    const now = keepPlaygroundDraft(this.#page === 'playground' ? draft : { ...draft, page: this.#page });
    if (now !== trouble) this.store.setState({ trouble: now });
  }

  /** Another tab has written. Where both have the same draft open, this one goes on under an id of its own. */
  hear({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): void {
    if (key !== playgroundKey || newValue === null) return;
    const { program } = this.store.getState();
    const parsed = parsePlayground(newValue);
    const theirs = parsed.status === 'ok' ? parsed.value.find(({ id }) => id === program.id) : undefined;
    if (theirs === undefined || (theirs.source === program.source && theirs.name === program.name)) return;
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
