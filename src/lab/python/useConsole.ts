import { useCallback, useSyncExternalStore } from 'react';
import type { ConsoleLine, ConsoleLog } from './consoleLog';

/** The first words come at once; a flood is drawn no more often than this. */
const drawEveryMs = 100;

/** The console's lines, drawn again when they change. */
export function useConsole(log: ConsoleLog): readonly ConsoleLine[] {
  const subscribe = useCallback(
    (draw: () => void) => {
      let drawnAt = Number.NEGATIVE_INFINITY;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const now = (): void => {
        timer = undefined;
        drawnAt = performance.now();
        draw();
      };
      const end = log.subscribe(() => {
        if (timer !== undefined) return;
        const wait = drawnAt + drawEveryMs - performance.now();
        if (wait <= 0) now();
        else timer = setTimeout(now, wait);
      });
      return () => {
        clearTimeout(timer);
        end();
      };
    },
    [log],
  );
  return useSyncExternalStore(subscribe, log.lines);
}
