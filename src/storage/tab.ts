/** What one tab keeps for as long as it lives, and when it is loaded again. A browser may refuse, where cookies are blocked or in a sandboxed frame. */

/** What the tab keeps under a key; null in a new tab. */
export function readTab(key: string): string | null {
  try {
    return globalThis.sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text in this tab, where that is possible; null forgets it. */
export function keepInTab(key: string, text: string | null): void {
  try {
    if (text === null) globalThis.sessionStorage.removeItem(key);
    else globalThis.sessionStorage.setItem(key, text);
  } catch {
    return;
  }
}
