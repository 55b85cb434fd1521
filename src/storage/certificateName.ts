import { create } from 'zustand';
import { isRecord } from './parseFile';
import { storedFile } from './storedFile';

/** The key in `localStorage`. */
export const nameKey = 'timeslice-certificate';
const version = 1;
/** In characters: what fits in a line of the certificate, or in two of a phone. */
export const longestName = 60;

const file = storedFile<string>({
  key: nameKey,
  rescueKey: 'timeslice-certificate-rescued',
  version,
  empty: '',
  read: (json) => (isRecord(json) && typeof json['name'] === 'string' ? json['name'].slice(0, longestName) : null),
});

interface NameStore {
  readonly name: string;
  /** Why the name lasts only until the page is closed; null where it is kept. */
  readonly trouble: 'blocked' | 'full' | 'newer' | null;
  load(): void;
  setName(name: string): void;
  /** Takes over the name of an exported file where there is none here. */
  importFile(raw: string): void;
  reset(): void;
}

/** The name that the reader wants on the certificate. */
export const useCertificateName = create<NameStore>()((set, get) => ({
  name: '',
  trouble: null,
  load: () => {
    const stored = file.load();
    set(stored === null ? { trouble: 'newer' } : { name: stored });
  },
  setName: (entered) => {
    const name = entered.slice(0, longestName);
    set({ name, trouble: file.load() === null ? 'newer' : file.save({ name }) });
  },
  importFile: (raw) => {
    get().load();
    const parsed = file.parse(raw);
    if (get().name === '' && parsed.status === 'ok') get().setName(parsed.value);
  },
  reset: () => {
    file.remove();
    set({ name: '', trouble: null });
  },
}));
