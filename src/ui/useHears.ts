import { useEffect, useState } from 'react';

/** A press that comes sooner was meant for what stood there before, such as the second of a double click. */
const deafMs = 500;

/**
 * Whether buttons that agree to something may hear a press: the window that they are in has been in front for half a second, and so have they. `asked` names what is asked; about
 * something else they are deaf again.
 */
export function useHears(asked: unknown = null): boolean {
  const [heard, setHeard] = useState<{ readonly asked: unknown } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      setHeard(null);
      if (document.visibilityState === 'visible' && document.hasFocus())
        timer = setTimeout(() => setHeard({ asked }), deafMs);
    };
    look();
    addEventListener('focus', look);
    addEventListener('blur', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      removeEventListener('focus', look);
      removeEventListener('blur', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [asked]);
  return heard !== null && heard.asked === asked;
}
