import { use, useState } from 'react';
import { handOver } from '../../storage/handOver';
import { NavigationContext } from '../../ui/Link';

/** The pages that take any program. */
export type ProgramPage = 'playground' | 'scheduler';

interface HandOver {
  /** The last program was too long to be put into an address. */
  readonly tooLong: boolean;
  /** Opens a program in another page of this site: in the playground it waits for Run, at the scheduler for the first choice. */
  open(page: ProgramPage, source: string, name: string): Promise<void>;
}

/** The way to the pages that take any program. */
export function useHandOver(): HandOver {
  const { root, go } = use(NavigationContext);
  const [tooLong, setTooLong] = useState(false);
  return {
    tooLong,
    async open(page, source, name) {
      const { encodeProgram, maxProgramBytes } = await import('./share');
      const fits = new Blob([source]).size <= maxProgramBytes;
      setTooLong(!fits);
      if (!fits) return;
      const fragment = await encodeProgram(source, { name });
      handOver(fragment);
      const path = `/${page}/#${fragment}`;
      if (!go(path)) location.assign(root + path.slice(1));
    },
  };
}
