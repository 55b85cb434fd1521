/** What can go wrong with the browser's storage. `raw` is what was found, so that nothing is lost. */
export type StorageTrouble =
  | { readonly kind: 'blocked' }
  | { readonly kind: 'full' }
  | { readonly kind: 'corrupt'; readonly raw: string }
  | { readonly kind: 'newer'; readonly raw: string; readonly version: number };

export type ReadResult =
  { readonly status: 'empty' } | { readonly status: 'found'; readonly raw: string } | { readonly status: 'blocked' };

/** Reads a key, where even asking for `localStorage` may throw (blocked cookies, sandboxed frames). */
export function readRaw(key: string): ReadResult {
  try {
    const raw = globalThis.localStorage.getItem(key);
    return raw === null ? { status: 'empty' } : { status: 'found', raw };
  } catch {
    return { status: 'blocked' };
  }
}

/** Writes a key. Returns why it could not, or null. */
export function writeRaw(key: string, raw: string): 'blocked' | 'full' | null {
  try {
    globalThis.localStorage.setItem(key, raw);
    return null;
  } catch (error) {
    return error instanceof DOMException && /quota/i.test(error.name) ? 'full' : 'blocked';
  }
}

/** Removes a key; where storage is blocked there is nothing to remove. */
export function removeRaw(key: string): void {
  try {
    globalThis.localStorage.removeItem(key);
  } catch {
    return;
  }
}
