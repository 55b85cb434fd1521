import { escapeHtml } from '../ui/escapeHtml';

/** A section of a lesson. */
export interface Section {
  /** Its address in the page. */
  readonly id: string;
  readonly title: string;
}

/** How many of a lesson's puzzles the reader has solved. */
export const sayPuzzles = (solved: number, all: number): string =>
  `${solved} of ${all} ${all === 1 ? 'puzzle' : 'puzzles'} solved`;

/** A lesson's contents: its sections as links, and how many puzzles it has. */
export function contentsHtml(sections: readonly Section[], puzzles: number): string {
  const links = sections.map(({ id, title }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`);
  return [
    `<ol>${links.join('')}</ol>`,
    puzzles === 0 ? '' : `<p class="contents-puzzles numeric">${sayPuzzles(0, puzzles)}</p>`,
  ].join('');
}

const plain = (html: string): string =>
  html
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

/** Puts the contents of a lesson into its prerendered page, so that nothing moves when its scripts come. @throws an `Error` where there is no place for them. */
export function withContents(page: string): string {
  const place = '<div class="contents"></div>';
  if (!page.includes(place)) throw new Error('A lesson’s page has no place for its contents (src/app/LessonList.tsx).');
  const headings = page.matchAll(/<div class="headed headed-2"><h2 id="([^"]*)">(.*?)<\/h2>/g);
  const sections = [...headings].map(([, id = '', title = '']) => ({ id: plain(id), title: plain(title) }));
  if (sections.length === 0) throw new Error('A lesson’s page has no sections.');
  const puzzles = page.match(/class="card puzzle"/g)?.length ?? 0;
  return page.replace(place, () => place.replace('></', () => `>${contentsHtml(sections, puzzles)}</`));
}
