import { useEffect, useEffectEvent, type RefObject } from 'react';
import { useSettings } from '../../../storage/settings';
import { isTyping } from '../../../ui/keys';
import { meaningOf, type StepKey } from './keys';

/** The steppers of the page, the one that was used last at the end: keys that are pressed outside of all are for that one, if it is in sight. */
const panels: HTMLElement[] = [];

function isInSight(panel: HTMLElement): boolean {
  const { top, bottom } = panel.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Obeys the keys that are meant for a stepper: all that are pressed while it has the focus, and elsewhere those that are pressed while the reader does not type. */
export function useStepKeys(panel: RefObject<HTMLElement | null>, obey: (key: StepKey, again: boolean) => void): void {
  const single = useSettings((state) => state.shortcuts);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const own = panel.current;
    const { target } = event;
    if (own === null || event.defaultPrevented || isTyping(target) || document.querySelector('dialog[open]') !== null)
      return;
    const inside = target instanceof Node && own.contains(target);
    if (
      !inside &&
      (panels.some((other) => target instanceof Node && other.contains(target)) || panels.findLast(isInSight) !== own)
    )
      return;
    const meaning = meaningOf(event, { single });
    if (meaning === null) return;
    event.preventDefault();
    obey(meaning, event.repeat);
  });

  useEffect(() => {
    const own = panel.current;
    if (own === null) return undefined;
    const listen = (event: KeyboardEvent): void => onKey(event);
    const use = (): void => {
      panels.splice(panels.indexOf(own), 1);
      panels.push(own);
    };
    // The first of a page is asked first until another is used.
    panels.unshift(own);
    addEventListener('keydown', listen);
    own.addEventListener('focusin', use);
    own.addEventListener('pointerdown', use);
    return () => {
      panels.splice(panels.indexOf(own), 1);
      removeEventListener('keydown', listen);
      own.removeEventListener('focusin', use);
      own.removeEventListener('pointerdown', use);
    };
  }, [panel]);
}
