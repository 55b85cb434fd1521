/** From a built script, which lies in `assets/`, to the site's root. */
const upFromAssets = '..';

/**
 * The address of the site's root, which ends in a slash. Found from this script's own address: the page's address changes as the
 * reader goes from lesson to lesson, and there may be no service worker to ask.
 */
export function siteRoot(): string {
  return import.meta.env.DEV ? new URL('/', location.href).href : new URL(upFromAssets, import.meta.url).href;
}
