import type { KeptCourse } from '../core/base/offline';

/** A file that one part of the site has for itself. */
export interface PartFile {
  /** From the site's root. */
  readonly url: string;
  /** Changes with the contents; null where the name does. */
  readonly revision: string | null;
  readonly part: string;
  /** What it weighs on its way, compressed. */
  readonly bytes: number;
}

/** Files of the parts of the site, kept one part at a time. */
export class KeptParts {
  readonly #files: ReadonlyMap<string, PartFile>;
  readonly #scope: string;
  readonly #cacheName: string;
  /** Parts that this service worker has kept, or is about to. */
  readonly #keeping = new Map<string, Promise<void>>();

  /** @param scope where the site is, with a slash at its end */
  constructor(files: readonly PartFile[], scope: string) {
    this.#scope = scope;
    // An origin may hold several copies of the site.
    this.#cacheName = `timeslice-parts-${scope}`;
    this.#files = new Map(files.map((file) => [file.url, file]));
  }

  /** The part to which a file belongs. @param url from the site's root */
  partOf(url: string): string | undefined {
    return this.#files.get(url)?.part;
  }

  /** The kept file, if it is kept. @param url from the site's root */
  async match(url: string): Promise<Response | undefined> {
    const file = this.#files.get(url);
    if (file === undefined) return undefined;
    return (await caches.open(this.#cacheName)).match(this.#keyOf(file));
  }

  /** Fetches what is not kept yet of a part. Rejects where a file can't be fetched or kept; the next call tries again. */
  keep(part: string): Promise<void> {
    const known = this.#keeping.get(part);
    if (known !== undefined) return known;
    const keeping = this.#keep(part);
    this.#keeping.set(part, keeping);
    keeping.catch(() => this.#keeping.delete(part));
    return keeping;
  }

  async #keep(part: string): Promise<void> {
    const cache = await caches.open(this.#cacheName);
    const missing = await this.#missing(cache);
    await Promise.all(
      missing
        .filter((file) => file.part === part)
        .map(async (file) => {
          // A file whose name stays must not come from the browser's own cache.
          const request = new Request(this.#scope + file.url, { cache: file.revision === null ? 'default' : 'reload' });
          const response = await fetch(request);
          if (!response.ok) throw new Error(`${file.url} was answered with ${response.status}.`);
          await cache.put(this.#keyOf(file), response);
        }),
    );
  }

  /** Of each part that an earlier version has kept, here or in another cache, keeps this version's files. Rejects where one can't be fetched. */
  async keepAgain(otherCache: string): Promise<void> {
    const urls = [...(await this.#keys(this.#cacheName)), ...(await this.#keys(otherCache))];
    const kept = new Set(urls.flatMap((url) => this.partOf(url.replace(/\?.*/, '')) ?? []));
    await Promise.all([...kept].map((part) => this.keep(part)));
  }

  /** Forgets the files of earlier versions. */
  async forgetOthers(): Promise<void> {
    const cache = await caches.open(this.#cacheName);
    const own = new Set([...this.#files.values()].map((file) => this.#keyOf(file)));
    await Promise.all((await cache.keys()).filter(({ url }) => !own.has(url)).map((request) => cache.delete(request)));
  }

  /** Keeps all parts, one after another. @param tell is told how much is kept before the first and after each */
  async keepAll(tell: (kept: KeptCourse) => void): Promise<void> {
    for (const part of this.#parts()) {
      tell(await this.state());
      await this.keep(part);
    }
  }

  async state(): Promise<KeptCourse> {
    const missing = await this.#missing(await caches.open(this.#cacheName));
    const parts = this.#parts();
    return {
      parts: parts.size,
      partsKept: parts.size - new Set(missing.map(({ part }) => part)).size,
      bytesLeft: missing.reduce((sum, { bytes }) => sum + bytes, 0),
      over: false,
      failed: false,
    };
  }

  #parts(): ReadonlySet<string> {
    return new Set([...this.#files.values()].map(({ part }) => part));
  }

  #keyOf({ url, revision }: PartFile): string {
    return `${this.#scope}${url}${revision === null ? '' : `?revision=${revision}`}`;
  }

  async #missing(cache: Cache): Promise<readonly PartFile[]> {
    const kept = new Set((await cache.keys()).map(({ url }) => url));
    return [...this.#files.values()].filter((file) => !kept.has(this.#keyOf(file)));
  }

  /** The files of a cache, from the site's root, with their revisions. */
  async #keys(cacheName: string): Promise<readonly string[]> {
    const cache = await caches.open(cacheName);
    return (await cache.keys()).map(({ url }) => url.slice(this.#scope.length));
  }
}
