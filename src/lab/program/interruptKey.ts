import type { PressedKey } from '../../ui/keys';

/** Whether the keys are Ctrl+C, on a Mac as well: there Cmd+C copies. */
export const asksForInterrupt = ({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): boolean =>
  key.toLowerCase() === 'c' && ctrlKey && !metaKey && !altKey && !shiftKey;

/** Whether Ctrl+C would copy something: text of the page, or of the field that has the focus. */
export function hasSelection(target: EventTarget): boolean {
  if (target instanceof HTMLInputElement && target.selectionStart !== target.selectionEnd) return true;
  return getSelection()?.isCollapsed === false;
}
