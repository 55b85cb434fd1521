import { heightMessage, ownAddress, solutionField } from './embedded';
import { escapeHtml } from './escapeHtml';

/** The theme of an embedded page: the host's, or the system's where none is named. */
export type EmbedTheme = 'system' | 'light' | 'dark';

/** The address that shows a part of the site alone; `href` is the part's own address. */
export function embedAddress(href: string, theme: EmbedTheme): string {
  const url = new URL(ownAddress(href));
  const rest = url.search.slice(1);
  url.search = ['embed', ...(theme === 'system' ? [] : [`theme=${theme}`]), ...(rest === '' ? [] : [rest])].join('&');
  return url.href;
}

/** The address of a puzzle that offers no solution, for a class: hints stay. */
export function withoutSolution(href: string): string {
  const url = new URL(href);
  url.searchParams.set(solutionField, 'off');
  return url.href;
}

/** The HTML that puts a part of the site into another page. */
export function embedFrame(address: string, title: string): string {
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="100%" height="600" style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`;
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
