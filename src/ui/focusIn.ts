/** Puts the focus on a button, or on the one that opens the menu (`More`) where it is. */
export function focusIn(button: HTMLElement | null): void {
  const shut = button?.closest('.more:not(:popover-open)')?.previousElementSibling;
  if (shut instanceof HTMLElement && shut.checkVisibility()) shut.focus();
  else button?.focus();
}
