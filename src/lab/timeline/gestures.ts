import type { Commands } from './surface';

/** A press that moves less than this is a click. */
const clickPx = 4;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Mouse, pen and fingers: point to read, click or tap to choose, drag to move along the time, pinch or turn the wheel with Ctrl to zoom.
 * A finger that goes up or down scrolls the page as everywhere else (`touch-action: pan-y`). Returns what takes all listeners off.
 */
export function listenToGestures(host: HTMLElement, commands: Commands): () => void {
  const pressed = new Map<number, Point>();
  /** Where the press began that may still turn out to be a click. */
  let press: Point | null = null;
  const own = new AbortController();
  const pointOf = (event: MouseEvent): Point => {
    const box = host.getBoundingClientRect();
    return { x: event.clientX - box.left - host.clientLeft, y: event.clientY - box.top - host.clientTop };
  };
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void => {
    host.addEventListener(type, listener, { signal: own.signal, passive: false });
  };

  on('pointerdown', (event) => {
    if (event.button !== 0) return;
    const point = pointOf(event);
    // The scroll bar is not the timeline's.
    if (point.x > host.clientWidth) return;
    pressed.set(event.pointerId, point);
    press = pressed.size === 1 ? point : null;
  });

  on('pointermove', (event) => {
    const before = pressed.get(event.pointerId);
    const point = pointOf(event);
    if (before === undefined) {
      if (event.pointerType !== 'touch') commands.hover(point.x, point.y);
      return;
    }
    if (press !== null && Math.abs(point.x - press.x) < clickPx) return;
    // Only a drag is captured: a captured pointer would not tell a click's target.
    if (press !== null) host.setPointerCapture(event.pointerId);
    press = null;
    const other = [...pressed].find(([id]) => id !== event.pointerId)?.[1];
    pressed.set(event.pointerId, point);
    if (other === undefined) commands.panBy(before.x - point.x);
    else pinch(commands, other, before, point);
    host.dataset['dragging'] = String(commands.canPan);
  });

  const end = (event: PointerEvent): void => {
    pressed.delete(event.pointerId);
    if (pressed.size === 0) delete host.dataset['dragging'];
  };
  on('pointerup', (event) => {
    const point = pointOf(event);
    if (press !== null && pressed.has(event.pointerId)) commands.choose(point.x, point.y);
    press = null;
    end(event);
  });
  on('pointercancel', (event) => {
    press = null;
    end(event);
  });
  on('pointerleave', (event) => {
    if (event.pointerType !== 'touch') commands.leave();
  });
  on('dblclick', (event) => commands.zoom(1 / 3, pointOf(event).x));

  on('wheel', (event) => {
    const perLine = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const sideways = (event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX) * perLine;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      // A notch of a wheel is a hundred or more, a pinch on a touchpad one or two.
      commands.zoom(Math.exp(Math.min(50, Math.max(-50, event.deltaY * perLine)) * 0.01), pointOf(event).x);
    } else if (commands.canPan && (event.shiftKey || Math.abs(sideways) > Math.abs(event.deltaY * perLine))) {
      event.preventDefault();
      commands.panBy(sideways);
    }
  });
  return () => own.abort();
}

/** One finger stays, another goes from `before` to `point`: what lay between them stays between them. */
function pinch(commands: Commands, other: Point, before: Point, point: Point): void {
  const wide = (a: Point): number => Math.max(20, Math.hypot(a.x - other.x, a.y - other.y));
  commands.zoom(wide(before) / wide(point), (before.x + other.x) / 2);
  commands.panBy((before.x - point.x) / 2);
}
