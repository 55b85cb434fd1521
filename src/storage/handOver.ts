const key = 'timeslice-handed-over';

/** Notes that a page of this site opens a program in another one, so that it is not taken for a stranger's. Only this site can write there. */
export function handOver(fragment: string): void {
  try {
    globalThis.sessionStorage.setItem(key, fragment);
  } catch {
    return;
  }
}

/** True for the fragment that was handed over last in this tab. */
export function wasHandedOver(fragment: string): boolean {
  try {
    return globalThis.sessionStorage.getItem(key) === fragment;
  } catch {
    return false;
  }
}
