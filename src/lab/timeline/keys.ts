import type { PressedKey } from '../../ui/keys';
import type { Commands } from './surface';

/** Read by screen readers, and shown to a reader who asks which keys there are. */
export const keysInWords =
  'Left and right arrows go from span to span, up and down from lane to lane, Home and End to the first and last span. Plus and minus zoom, 0 shows everything, Enter zooms to the span, Shift with left and right moves earlier and later. Escape leaves the timeline.';

/** Obeys the keys that `host` gets while it has the focus; Escape gives the focus away. Returns what takes the listener off. */
export function listenToKeys(host: HTMLElement, commands: Commands): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      commands.forget();
      host.blur();
    } else if (!obeyKey(event, commands)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  host.addEventListener('keydown', onKeyDown);
  return () => host.removeEventListener('keydown', onKeyDown);
}

/** Does what a key asks for; false where it asks for nothing, so that the page may have it. */
export function obeyKey({ key, shiftKey, ctrlKey, metaKey, altKey }: PressedKey, commands: Commands): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = key === 'ArrowLeft' ? -1 : 1;
      if (shiftKey) commands.panByShare(step / 5);
      else commands.move({ by: 'span', step });
      return true;
    }
    case 'ArrowUp':
      commands.move({ by: 'lane', step: -1 });
      return true;
    case 'ArrowDown':
      commands.move({ by: 'lane', step: 1 });
      return true;
    case 'PageUp':
      commands.move({ by: 'lane', step: -10 });
      return true;
    case 'PageDown':
      commands.move({ by: 'lane', step: 10 });
      return true;
    case 'Home':
      commands.move({ by: 'first' });
      return true;
    case 'End':
      commands.move({ by: 'last' });
      return true;
    case '+':
    case '=':
      commands.zoom(1 / 2);
      return true;
    case '-':
      commands.zoom(2);
      return true;
    case '0':
      commands.reset();
      return true;
    case 'Enter':
      commands.enter();
      return true;
    default:
      return false;
  }
}
