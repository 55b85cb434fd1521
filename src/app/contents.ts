import { useProgress } from '../storage/progress';
import { contentsHtml, sayPuzzles, type Section } from './contentsHtml';

/** Where a section must begin for the reader to be in it, as a part of the screen's height. */
const readAt = 0.35;

/** The sections of the lesson that is drawn, and the ids of its puzzles. */
function drawn(): { readonly sections: readonly Section[]; readonly puzzles: readonly string[] } {
  const headings = document.querySelectorAll<HTMLElement>('.lesson .headed-2 > h2[id]');
  const cards = document.querySelectorAll('.lesson .puzzle[id^="puzzle-"]');
  return {
    sections: [...headings].map(({ id, textContent }) => ({ id, title: textContent })),
    puzzles: [...cards].map(({ id }) => id.replace('puzzle-', '')),
  };
}

/** Keeps the contents of the lesson that is drawn in a list: its sections, the one that is being read, and how many of its puzzles are solved. Returns how to stop. */
export function follow(list: HTMLElement | null): (() => void) | null {
  if (list === null) return null;
  let asked = 0;
  const mark = (): void => {
    const line = innerHeight * readAt;
    const here = [...list.querySelectorAll('a')].findLast(({ hash }) => {
      const heading = document.getElementById(decodeURIComponent(hash.slice(1)));
      return heading !== null && heading.getBoundingClientRect().top <= line;
    });
    for (const link of list.querySelectorAll('a')) {
      if (link === here) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  const count = (): void => {
    const { puzzles } = drawn();
    const place = list.querySelector('.contents-puzzles');
    const { solved } = useProgress.getState().progress;
    const done = puzzles.filter((id) => solved.includes(id)).length;
    if (place !== null) place.textContent = sayPuzzles(done, puzzles.length);
  };
  const fill = (): boolean => {
    const { sections, puzzles } = drawn();
    if (sections.length === 0) return false;
    // As it was prerendered, unless the reader came from another page.
    if (list.childElementCount === 0) list.innerHTML = contentsHtml(sections, puzzles.length);
    count();
    mark();
    return true;
  };
  const soon = (): void => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(mark);
  };
  // The lesson may come later than the list.
  const observer = new MutationObserver(() => {
    if (fill()) observer.disconnect();
  });
  if (!fill()) observer.observe(document.body, { childList: true, subtree: true });
  addEventListener('scroll', soon, { passive: true });
  const unsubscribe = useProgress.subscribe(count);
  return () => {
    removeEventListener('scroll', soon);
    cancelAnimationFrame(asked);
    observer.disconnect();
    unsubscribe();
  };
}
