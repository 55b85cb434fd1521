import { create } from 'zustand';
import { noteNoMemory, reloadMayBringMemory } from '../storage/isolation';

interface UpdateStore {
  /** A new version of the site waits for the reader's word. */
  readonly waiting: ServiceWorker | null;
}

export const useUpdates = create<UpdateStore>()(() => ({ waiting: null }));

/** True when the next page load would bring shared memory and the fine clock, and this page has them not. */
export function hasToReloadForIsolation(): boolean {
  return (
    !globalThis.crossOriginIsolated &&
    'serviceWorker' in navigator &&
    navigator.serviceWorker.controller !== null &&
    reloadMayBringMemory()
  );
}

/** Remembers whether this page came from the service worker and has no shared memory all the same: another load would not bring it. */
export function noteDeliveredByWorker(): void {
  if (globalThis.crossOriginIsolated || !('serviceWorker' in navigator) || navigator.serviceWorker.controller === null)
    return;
  noteNoMemory();
}
