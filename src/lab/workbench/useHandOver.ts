import { use, useState } from 'react';
import { handOver } from '../../storage/handOver';
import type { DraftPage } from '../../storage/playground';
import { NavigationContext } from '../../ui/Link';

export interface HandOver {
  /** The last program was too long to be put into an address. */
  readonly tooLong: boolean;
  /** Opens a program in another page of this site: in the playground it waits for Run, at the scheduler for the first choice. */
  open(page: DraftPage, source: string, name: string): Promise<void>;
}

/** The way to the pages that take any program. */
export function useHandOver(): HandOver {
  const { root, go } = use(NavigationContext);
  const [tooLong, setTooLong] = useState(false);
  return {
    tooLong,
    async open(page, source, name) {
      const { encodeProgram, fitsIntoAddress, underRule } = await import('./share');
      const fits = fitsIntoAddress(source);
      setTooLong(!fits);
      if (!fits) return;
      const packed = await encodeProgram(source, { name });
      const fragment = page === 'scheduler' ? packed + underRule('gil') : packed;
      handOver(fragment);
      const path = `/${page}/#${fragment}`;
      if (!go(path)) location.assign(root + path.slice(1));
    },
  };
}
