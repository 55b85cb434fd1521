import { readRaw, removeRaw, writeRaw } from './box';
import { parseFile, type ParsedFile } from './parseFile';

interface StoredFileOptions<T> {
  /** Where it is kept in `localStorage`. */
  readonly key: string;
  /** Where text that cannot be read is put aside, before it is written over. */
  readonly rescueKey: string;
  /** The version of its format. What a later one wrote is left as it is. */
  readonly version: number;
  readonly empty: T;
  /** Finds in JSON what the file should hold, or null. */
  read(json: unknown): T | null;
}

/** A file of this site's in `localStorage`: versioned JSON that bears the site's name. */
export interface StoredFile<T> {
  /** Reads the text of a file. Never throws. */
  parse(raw: string): ParsedFile<T>;
  /** What is kept; `empty` where there is nothing or where it was damaged, null where a newer version of the site wrote it. */
  load(): T | null;
  /** Keeps `content` in place of what was there. Returns why it could not, or null. */
  save(content: object): 'blocked' | 'full' | null;
  remove(): void;
}

export function storedFile<T>({ key, rescueKey, version, empty, read }: StoredFileOptions<T>): StoredFile<T> {
  const parse = (raw: string): ParsedFile<T> => parseFile(raw, version, read);
  return {
    parse,
    load: () => {
      const found = readRaw(key);
      if (found.status !== 'found') return empty;
      const parsed = parse(found.raw);
      if (parsed.status === 'corrupt') writeRaw(rescueKey, found.raw);
      return parsed.status === 'ok' ? parsed.value : parsed.status === 'newer' ? null : empty;
    },
    save: (content) => writeRaw(key, JSON.stringify({ site: 'timeslice', version, ...content })),
    remove: () => removeRaw(key),
  };
}
