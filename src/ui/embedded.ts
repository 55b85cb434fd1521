/** Whether the address asks for one part of the page alone, to stand in another page: `gil/?embed#counting`. The first script of `index.html` notes it. */
export function isEmbedded(): boolean {
  return globalThis.document?.documentElement.dataset['embed'] !== undefined;
}

/** The fields of a query that make a page a part of another one. `index.html` reads both, `workers/isolation.ts` the first. */
const ownFields: readonly string[] = ['embed', 'theme'];

/** The field of a query that keeps the solutions of puzzles back: `?solutions=off`. */
export const solutionField = 'solutions';

/** Whether who wrote the address wants puzzles without their solutions. */
export const areSolutionsOff = (query: string = location.search): boolean =>
  new URLSearchParams(query).get(solutionField) === 'off';

/** The address of this page as it stands by itself, where it is a part of another page; otherwise its own. */
export function ownAddress(href: string = location.href): string {
  const url = new URL(href);
  if (!url.searchParams.has('embed')) return href;
  const others = url.search.slice(1).split('&');
  url.search = others.filter((part) => !ownFields.includes(part.split('=')[0] ?? '')).join('&');
  return url.href;
}

/** The address of a part of this page, with the settings in the page's query. */
export function addressOfPart(anchor: string): string {
  const url = new URL(ownAddress());
  url.hash = anchor;
  return url.href;
}

/** The `type` of the message in which an embedded page tells its host how high it is: `{ type, height }`, in CSS pixels. */
export const heightMessage = 'timeslice-height';
