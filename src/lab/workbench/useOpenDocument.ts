import { useEffect, useEffectEvent } from 'react';
import type { OpenDocument } from './openDocument';

/** Keeps what a document holds when its page goes, lets it hear other tabs, and calls `onAddress` when the address changes. */
export function useOpenDocument(openDocument: OpenDocument, onAddress: () => void): void {
  const changed = useEffectEvent(onAddress);
  useEffect(() => {
    const keep = (): void => openDocument.keep();
    const hear = (event: StorageEvent): void => openDocument.hear(event);
    const go = (): void => changed();
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
  }, [openDocument]);
}
