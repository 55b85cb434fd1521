import { useEffect, useEffectEvent } from 'react';
import type { Desk } from './openDocument';

/** Keeps what is on a desk when its page goes, and hears other tabs and the address bar. */
export function useDesk(desk: Desk, onAddress: () => void): void {
  const arrive = useEffectEvent(onAddress);
  useEffect(() => {
    const keep = (): void => desk.keep();
    const hear = (event: StorageEvent): void => desk.hear(event);
    const go = (): void => arrive();
    addEventListener('pagehide', keep);
    // A phone may end a page that is out of sight without another word.
    document.addEventListener('visibilitychange', keep);
    addEventListener('storage', hear);
    addEventListener('hashchange', go);
    return () => {
      removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
      removeEventListener('storage', hear);
      removeEventListener('hashchange', go);
      keep();
    };
  }, [desk]);
}
