import { useCallback, useSyncExternalStore } from 'react';
import type { ConsoleLine, ConsoleLog } from './consoleLog';

/** The first words come at once; then it is drawn no more often than this, and a flood, of which nothing is left from one time to the next, seldom. */
const drawEveryMs = 100;
const drawFloodEveryMs = 400;
const floodLines = 400;

/** The console's lines, drawn again when they change. */
export function useConsole(log: ConsoleLog): readonly ConsoleLine[] {
  const subscribe = useCallback(
    (draw: () => void) => {
      let drawnAt = Number.NEGATIVE_INFINITY;
      let drawnLines = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const now = (): void => {
        timer = undefined;
        drawnAt = performance.now();
        drawnLines = log.ended;
        draw();
      };
      const end = log.subscribe(() => {
        if (timer !== undefined) return;
        const wait = drawnAt + drawEveryMs - performance.now();
        if (wait <= 0 && log.ended - drawnLines < floodLines) now();
        else timer = setTimeout(now, log.ended - drawnLines < floodLines ? wait : drawFloodEveryMs);
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
