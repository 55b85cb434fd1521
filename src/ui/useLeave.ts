import { useEffect } from 'react';

interface Owned {
  /** Ends what runs. */
  stop(): void;
  /** Ends what runs, and forgets it. */
  clear(): void;
}

/** Stops what a component owns when the reader leaves the page, and clears it when the component goes. */
export function useLeave(owned: Owned): void {
  useEffect(() => {
    const leave = (): void => owned.stop();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      owned.clear();
    };
  }, [owned]);
}
