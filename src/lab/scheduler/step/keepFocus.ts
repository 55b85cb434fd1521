/**
 * Keeps the keyboard's focus within a part of the page: where what has the focus there is taken away, as a button that is not needed any more, the part itself gets it.
 * @returns what ends it.
 */
export function keepFocus(part: HTMLElement): () => void {
  let held: Node | null = null;
  const onFocus = ({ target }: FocusEvent): void => {
    held = target instanceof Node && part.contains(target) ? target : null;
  };
  const onPress = ({ target }: PointerEvent): void => {
    if (!(target instanceof Node && part.contains(target))) held = null;
  };
  const observer = new MutationObserver(() => {
    if (held === null || held.isConnected) return;
    held = null;
    if (document.activeElement === document.body) part.focus({ preventScroll: true });
  });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('pointerdown', onPress);
  observer.observe(part, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('pointerdown', onPress);
    observer.disconnect();
  };
}
