import { useContext, useEffect, useEffectEvent } from 'react';
import { catalog } from '../lessons/catalog';
import { useSettings } from '../storage/settings';
import { isTyping } from '../ui/keys';
import { NavigationContext } from '../ui/Link';
import { pageAt, pathOf } from './site';

/** Whether keys are for something on the screen, so that none of them leaves the page: moves would be lost. */
const areTaken = (): boolean =>
  [...document.querySelectorAll('[data-takes-keys]')].some((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return part.contains(document.activeElement) || (bottom > 0 && top < innerHeight);
  });

/** Single keys for the whole site: `n` and `p` for the neighbours, except where a board is in sight, `?` for help. Never while typing, and off when the reader says so. */
export function Shortcuts({ onHelp }: { onHelp(): void }): null {
  const on = useSettings((state) => state.shortcuts);
  const { go, here, root } = useContext(NavigationContext);

  const open = (index: number): void => {
    const meta = catalog[index];
    if (meta === undefined) return;
    const path = pathOf(meta);
    if (!go(path)) location.assign(root + path.slice(1));
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      isTyping(event.target) ||
      document.querySelector('dialog[open]') !== null
    )
      return;
    const page = pageAt(here());
    const index = page.kind === 'lesson' ? page.index : -1;
    if (event.key === '?') onHelp();
    else if ((event.key === 'n' || event.key === 'p') && areTaken()) return;
    else if (event.key === 'n') open(index + 1);
    else if (event.key === 'p') open(index - 1);
    else return;
    event.preventDefault();
  });

  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent): void => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [on]);
  // For tests and other programs that drive the page: from now on it hears keys and clicks.
  useEffect(() => {
    document.documentElement.dataset['alive'] = 'true';
  }, []);
  return null;
}
