import { vi } from 'vitest';

interface FakeBrowser {
  /** What is stored for the site, and for the tab. */
  readonly kept: { readonly local: Map<string, string>; readonly tab: Map<string, string> };
  /** What the address bar shows. */
  readonly place: { hash: string; readonly href: string };
  /** Puts the fakes in place of the globals, empty. Undone by `vi.unstubAllGlobals`. */
  stub(): void;
}

/** The storage, the address bar and the history of a tab that shows a page of the site. */
export function fakeBrowser(pathname: string): FakeBrowser {
  const kept = { local: new Map<string, string>(), tab: new Map<string, string>() };
  const place = {
    hash: '',
    pathname,
    search: '',
    get href(): string {
      return `https://example.org${pathname}${place.hash}`;
    },
  };
  const go = (_: unknown, __: string, to: string): void => {
    place.hash = to.includes('#') ? to.slice(to.indexOf('#')) : '';
  };
  const storage = (map: Map<string, string>) => ({
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  });
  return {
    kept,
    place,
    stub: () => {
      kept.local.clear();
      kept.tab.clear();
      place.hash = '';
      vi.stubGlobal('localStorage', storage(kept.local));
      vi.stubGlobal('sessionStorage', storage(kept.tab));
      vi.stubGlobal('location', place);
      vi.stubGlobal('history', { state: null, replaceState: go, pushState: go });
    },
  };
}
