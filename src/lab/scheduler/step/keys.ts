import type { PressedKey } from '../../../ui/keys';

/** What a key means to a stepper. */
export type StepKey =
  { readonly kind: 'choose'; readonly thread: number } | { readonly kind: 'undo' | 'redo' | 'restart' | 'toEnd' };

/** What a key asks for; null where it is none of ours. `single` says whether keys without Ctrl count, which readers may turn off. */
export function meaningOf(
  { key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey,
  { single }: { readonly single: boolean },
): StepKey | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    const letter = key.toLowerCase();
    if (letter === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
    return letter === 'y' && !shiftKey ? { kind: 'redo' } : null;
  }
  if (!single) return null;
  if (/^\d$/.test(key)) return { kind: 'choose', thread: Number(key) };
  switch (key) {
    case 'Backspace':
    case 'u':
    case 'U':
      return { kind: 'undo' };
    case 'y':
    case 'Y':
      return { kind: 'redo' };
    case 'Home':
      return { kind: 'restart' };
    case 'End':
      return { kind: 'toEnd' };
    default:
      return null;
  }
}
