import { useState } from 'react';
import { reloadMayBringMemory } from '../../storage/isolation';
import type { Experiment } from './experiment';

/** Whether an experiment is about memory that workers share, and cannot run without it. */
export const needsMemory = ({ engine }: Pick<Experiment, 'engine'>): boolean => engine === 'cell';

/** Whether this page can share memory between workers: it can, it can once it is loaded again, or it never can. Asked in a browser. */
export function memoryHere(): 'shared' | 'after a reload' | 'none' {
  if (globalThis.crossOriginIsolated) return 'shared';
  return reloadMayBringMemory() ? 'after a reload' : 'none';
}

/** Loads the page again as soon as the service worker is there, without which another load would bring nothing. */
export function ReloadButton({ children }: { readonly children: string }) {
  const [waiting, setWaiting] = useState(false);
  const reload = (): void => {
    setWaiting(true);
    void navigator.serviceWorker.ready.then(() => location.reload());
  };
  return (
    <button type="button" className="button" aria-disabled={waiting} onClick={waiting ? undefined : reload}>
      {waiting ? 'Getting ready…' : children}
    </button>
  );
}

/** Said on a first visit, in place of a failure: the page has no shared memory yet. */
export function ReloadForMemory() {
  return (
    <div className="notice" role="alert" data-notice="memory">
      <p>
        This experiment needs memory that several workers share. Browsers give it to a page from its second load on:
        load this one again, and it can run. What you have done here is kept.
      </p>
      <div className="button-row">
        <ReloadButton>Reload the page</ReloadButton>
      </div>
    </div>
  );
}
