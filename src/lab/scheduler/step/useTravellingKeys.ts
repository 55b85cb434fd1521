import { useLayoutEffect, type RefObject } from 'react';
import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import { keyElement } from './keySign';

const travelMs = 420;

/** Lets a lock that a step took or gave back travel as a key, from its place to its holder or back. Not where the reader wants stillness, nor where steps follow each other `fast`. */
export function useTravellingKeys(
  board: RefObject<HTMLElement | null>,
  before: ScheduledMoment | undefined,
  moment: ScheduledMoment | undefined,
  fast: boolean,
): void {
  useLayoutEffect(() => {
    const host = board.current;
    if (host === null || before === undefined || moment === undefined || fast) return undefined;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
    const flights = moment.locks.flatMap(({ object, holders }) => {
      const held = before.locks.find((lock) => lock.object === object)?.holders ?? [];
      const place = host.querySelector(`[data-lock="${CSS.escape(object)}"]`);
      const row = (thread: number | undefined): Element | null =>
        thread === undefined ? null : (host.querySelectorAll('.deck-thread')[thread] ?? null);
      const taken = holders.find((thread) => !held.includes(thread));
      const given = held.find((thread) => !holders.includes(thread));
      const key = host.querySelector(`[data-key="${CSS.escape(object)}"]`);
      return taken !== undefined
        ? fly(host, place, key ?? row(taken))
        : given !== undefined
          ? fly(host, row(given), place)
          : [];
    });
    return () => flights.forEach((flight) => flight.cancel());
  }, [board, before, moment, fast]);
}

/** Draws a key on its way; it is gone when it has arrived, and takes no room. */
function fly(host: HTMLElement, from: Element | null, to: Element | null): readonly Animation[] {
  if (from === null || to === null) return [];
  const [origin, start, end] = [host, from, to].map((element) => element.getBoundingClientRect());
  if (origin === undefined || start === undefined || end === undefined) return [];
  const key = keyElement();
  host.append(key);
  const at = ({ left, top, height }: DOMRect): string =>
    `translate(${left - origin.left}px, ${top - origin.top + height / 2 - 8}px)`;
  const flight = key.animate(
    [
      { transform: `${at(start)} scale(1.2)`, opacity: 1 },
      { transform: `${at(end)} scale(2)`, opacity: 1, offset: 0.85 },
      { transform: `${at(end)} scale(1.2)`, opacity: 0 },
    ],
    { duration: travelMs, easing: 'ease-in-out' },
  );
  const remove = (): void => key.remove();
  flight.addEventListener('finish', remove);
  flight.addEventListener('cancel', remove);
  return [flight];
}
