import { puzzles } from './puzzles';

function listingOf({ name, source }: { readonly name: string; readonly source: string }): HTMLElement {
  const figure = document.createElement('figure');
  figure.className = 'code';
  const caption = document.createElement('figcaption');
  caption.append(Object.assign(document.createElement('code'), { textContent: name }));
  const listing = document.createElement('pre');
  listing.append(Object.assign(document.createElement('code'), { textContent: source }));
  figure.append(caption, listing);
  return figure;
}

/** Puts each puzzle's program where it is printed with its lesson; on the screen it comes with the puzzle. React has nothing in these places, and leaves them alone. */
export function listPuzzles(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-puzzle]:empty')) {
    const program = puzzles.find(({ id }) => id === place.dataset['puzzle'])?.program;
    if (program !== undefined) place.append(listingOf(program));
  }
}
