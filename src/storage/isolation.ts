import { keepInTab } from './tab';

const key = 'timeslice-isolation-attempted';

/** Notes that a service worker delivered a page that has no shared memory all the same. */
export const noteNoMemory = (): void => keepInTab(key, 'yes');

/** Whether another load of the page may bring shared memory. Never where that was tried, nor where a trial could not be noted: guards against loops. */
export function reloadMayBringMemory(): boolean {
  try {
    return 'serviceWorker' in navigator && sessionStorage.getItem(key) === null;
  } catch {
    return false;
  }
}
