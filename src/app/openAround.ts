/** A reader who saves data opens by hand what may have to fetch Python. */
function savesData(): boolean {
  return (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
}

/** Opens what holds an anchor, and the anchor itself, as a reader would: folded texts, its tab, the rest of its program, its puzzle. */
export function openAround(anchor: Element): void {
  for (let around: Element | null = anchor; around !== null; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
    if (around.matches('.tab-panel-off'))
      document.getElementById(around.getAttribute('aria-labelledby') ?? '')?.click();
  }
  const folded = anchor.matches('.code') ? anchor.querySelector<HTMLElement>('.fold[aria-expanded="false"]') : null;
  folded?.click();
  const closed = anchor.querySelector<HTMLElement>(':scope > [data-opens][aria-expanded="false"]');
  if (!savesData()) closed?.click();
}
