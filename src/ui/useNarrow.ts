import { useSyncExternalStore } from 'react';

/** As in the styles: a phone held upright. */
const narrow = '(max-width: 40rem)';

function follow(changed: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether the screen is as narrow as a phone's. The prerendered page is for wide ones; its styles order it otherwise until this is known. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    follow,
    () => matchMedia(narrow).matches,
    () => false,
  );
