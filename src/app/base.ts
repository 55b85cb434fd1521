/**
 * The path under which the site is served, without a final slash: '' or `/timeslice`. The page's own `data-root` says how far up
 * it is, so no build needs to know.
 */
export function siteBase(): string {
  // The development server answers every address with the same page, at the root.
  if (import.meta.env.DEV) return '';
  const root = document.documentElement.dataset['root'] ?? './';
  return new URL(root, document.baseURI).pathname.replace(/\/$/, '');
}
