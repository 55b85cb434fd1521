/**
 * Whether another site shows this page within its own. Nobody else may frame this site: its service worker says so with every page (`framePolicy`), but it has no word in a first
 * visit, nor has a static host. Within a frame the page can be covered by another, so that a reader would agree to what they do not see: what needs their word must not be asked there.
 */
export function isFramedByAnotherSite(): boolean {
  if (globalThis.window === undefined || window.top === window.self) return false;
  try {
    for (let frame: Window = window; frame !== frame.parent; frame = frame.parent)
      if (frame.parent.location.origin !== location.origin) return true;
    return false;
  } catch {
    // Another site's window tells nothing of itself.
    return true;
  }
}
