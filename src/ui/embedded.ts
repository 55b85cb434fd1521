/** The words in a page's query that make it a part of another page. `index.html` and `workers/isolation.ts` read the first one too. */
const embedField = 'embed';
const themeField = 'theme';

/** Whether the address asks for one part of the page alone, to stand in another page: `gil/?embed#counting`. */
export function isEmbedded(): boolean {
  return globalThis.location !== undefined && new URLSearchParams(location.search).has(embedField);
}

/** The rest of a query, as it is written. */
const withoutFields = (search: string, fields: readonly string[]): string =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !fields.includes(part.split('=')[0] ?? ''))
    .join('&');

/** The address of this page as it stands by itself, where it is a part of another page; otherwise its own. */
export function ownAddress(href: string = location.href): string {
  const url = new URL(href);
  if (url.searchParams.has(embedField)) url.search = withoutFields(url.search, [embedField, themeField]);
  return url.href;
}

/** The address of a part of this page, with the settings in the page's query. */
export function addressOfPart(anchor: string): string {
  const url = new URL(ownAddress());
  url.hash = anchor;
  return url.href;
}

/** The theme of an embedded page: the host's, or the system's where none is named. */
export type EmbedTheme = 'system' | 'light' | 'dark';

/** The address that shows a part of the site alone; `href` is the part's own address. */
export function embedAddress(href: string, theme: EmbedTheme): string {
  const url = new URL(ownAddress(href));
  const rest = withoutFields(url.search, []);
  url.search = [
    embedField,
    ...(theme === 'system' ? [] : [`${themeField}=${theme}`]),
    ...(rest === '' ? [] : [rest]),
  ].join('&');
  return url.href;
}

/** The `type` of the message in which an embedded page tells its host how high it is: `{ type, height }`, in CSS pixels. */
export const heightMessage = 'timeslice-height';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The HTML that puts a part of the site into another page. */
export function embedFrame(address: string, title: string): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="600" style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`;
}

/** The script that gives every frame of this site on a page the height of its content; a page needs it once. */
export function heightScript(address: string): string {
  return `<script>
  addEventListener('message', ({ data, origin, source }) => {
    if (origin !== '${new URL(address).origin}' || data?.type !== '${heightMessage}') return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.height = data.height;
  });
</script>`;
}
