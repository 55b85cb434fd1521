/** Fetches what only paper shows, when the page has nothing else to do. */
export function prepareForPaper(): void {
  if (document.querySelector('[data-puzzle]:empty') === null) return;
  const fetchIt = (): void =>
    // Without it, the handout lacks the puzzles' programs.
    void import('../lessons/puzzleListings').then(
      ({ listPuzzles }) => listPuzzles(),
      () => undefined,
    );
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchIt);
  else setTimeout(fetchIt, 1000);
}

// On paper, a lesson says where it can be run.
addEventListener('beforeprint', () => {
  const head = document.querySelector<HTMLElement>('.lesson-head');
  if (head !== null) head.dataset['address'] = location.origin + location.pathname;
});
