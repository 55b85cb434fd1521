import { use, useState } from 'react';
import { handOver } from '../../storage/handOver';
import { NavigationContext } from '../../ui/Link';

interface Playground {
  /** The last program was too long to be put into an address. */
  readonly tooLong: boolean;
  /** Opens a program in the playground, where it does not start by itself. */
  open(source: string, name: string): Promise<void>;
}

/** The way to the playground. */
export function usePlayground(): Playground {
  const { root, go } = use(NavigationContext);
  const [tooLong, setTooLong] = useState(false);
  return {
    tooLong,
    async open(source, name) {
      const { encodeProgram, maxProgramBytes } = await import('./share');
      const fits = new Blob([source]).size <= maxProgramBytes;
      setTooLong(!fits);
      if (!fits) return;
      const fragment = await encodeProgram(source, { name });
      handOver(fragment);
      const path = `/playground/#${fragment}`;
      if (!go(path)) location.assign(root + path.slice(1));
    },
  };
}
