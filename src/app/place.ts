/** Where a reader is on a page: how far an anchor's top is beneath the screen's; without an anchor, how far the page is scrolled. */
export interface Place {
  readonly id: string | null;
  /** In pixels. */
  readonly topPx: number;
}

/** The id that a hash such as `#counting` names; what cannot be decoded names itself. */
export function idIn(hash: string): string {
  const id = hash.slice(1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** React's own names for elements change from one drawing to the next. */
const isReactsOwn = (id: string): boolean => /^_r_/i.test(id);

/** The place by the nearest anchor above it, so that what grows above moves the anchor and the place together. */
export function placeHere(): Place {
  let place: Place = { id: null, topPx: scrollY };
  for (const anchor of document.querySelectorAll('main :is(h2, h3, section, figure, fieldset)[id]')) {
    if (isReactsOwn(anchor.id)) continue;
    const topPx = anchor.getBoundingClientRect().top;
    if (topPx > 1) break;
    place = { id: anchor.id, topPx };
  }
  return place;
}

/** The entry of the session's history, where the browser names it. */
function entryKey(): string | undefined {
  return (globalThis as { readonly navigation?: { readonly currentEntry?: { readonly key: string } | null } })
    .navigation?.currentEntry?.key;
}

/** The address, for a browser that names no entries, and for a page that was loaded anew in another process: that loses the entry's name and state. */
const addressKey = (): string => location.pathname + location.hash;

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  (value.id === null || typeof value.id === 'string') &&
  'topPx' in value &&
  typeof value.topPx === 'number';

const storageKey = 'timeslice-places';
/** The oldest go when there are more. */
const mostKept = 100;

function read(): Record<string, Place> {
  try {
    const parsed = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Readonly<Record<string, unknown>>;
    return Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, Place] => isPlace(entry[1])));
  } catch {
    return {};
  }
}

let places: Readonly<Record<string, Place>> = read();

/** Remembers a place under the present address until the tab is closed. */
export function rememberPlace(place: Place): void {
  const keys = [entryKey(), addressKey()].filter((key) => key !== undefined);
  const others = Object.entries(places).filter(([key]) => !keys.includes(key));
  places = Object.fromEntries([...others.slice(-mostKept), ...keys.map((key) => [key, place] as const)]);
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(places));
  } catch {
    // Storage is blocked or full: the place is kept until the page is left.
  }
}

/** The place where the reader left the present entry of the history; null where that is not known. */
export function keptPlace({
  newPage,
}: {
  /** The browser has just loaded it. */ readonly newPage: boolean;
}): Place | null {
  const key = entryKey();
  const byEntry = key === undefined ? undefined : places[key];
  // Within a page, an address that is known may have been typed anew, and then leads to its anchor.
  const byAddress = newPage || (key === undefined && location.hash === '') ? places[addressKey()] : undefined;
  return byEntry ?? byAddress ?? null;
}
