import { useRef, type MouseEvent } from 'react';

/**
 * For a button that changes its meaning when it is pressed, as Run becomes Stop: the second press of a double click, which was not meant for the new
 * meaning, does nothing. Pressing for the same thing again is heard each time, and so is every key.
 */
export function usePress<Meaning extends string>(
  act: (meaning: Meaning) => void,
): (event: MouseEvent, meaning: Meaning) => void {
  const before = useRef<Meaning | null>(null);
  return ({ detail }, meaning) => {
    // Browsers count the clicks that follow each other quickly; a key has none.
    if (detail > 1 && meaning !== before.current) return;
    before.current = meaning;
    act(meaning);
  };
}
