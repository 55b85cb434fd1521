import { use, useState } from 'react';
import { handOver, keepWayBack } from '../../storage/handOver';
import type { DraftPage } from '../../storage/playground';
import { NavigationContext } from '../../ui/Link';

export interface HandOver {
  /** The last program was too long to be put into an address. */
  readonly tooLong: boolean;
  /** Opens a program in another page of this site: in the playground it waits for Run, at the scheduler for the first choice. From there a link leads back to the `anchor` of this page. */
  open(page: DraftPage, source: string, name: string, anchor?: string): Promise<void>;
  /** Opens what a fragment holds in another page of this site; null is a program that is too long for one. */
  follow(page: DraftPage, fragment: string | null): void;
}

/** The way to the pages that take any program. */
export function useHandOver(): HandOver {
  const { root, go, here, title } = use(NavigationContext);
  const [tooLong, setTooLong] = useState(false);
  const follow = (page: DraftPage, fragment: string | null): void => {
    setTooLong(fragment === null);
    if (fragment === null) return;
    handOver(fragment);
    const path = `/${page}/#${fragment}`;
    if (!go(path)) location.assign(root + path.slice(1));
  };
  return {
    tooLong,
    follow,
    async open(page, source, name, anchor) {
      if (anchor !== undefined) keepWayBack({ program: name, title, to: `${here()}#${anchor}` });
      const { encodeProgram, fitsIntoAddress, underRule } = await import('./share');
      const packed = fitsIntoAddress(source) ? await encodeProgram(source, { name }) : null;
      follow(page, packed !== null && page === 'scheduler' ? packed + underRule('gil') : packed);
    },
  };
}
