import { beforeAll, describe, expect, test, vi } from 'vitest';
import { listenToGestures } from './gestures';
import { recordedCommands } from './recordedCommands.fixture';

/** As much of an element as gestures need, its top left corner at 100, 50. */
class FakeHost extends EventTarget {
  readonly clientLeft = 0;
  readonly clientTop = 0;
  readonly clientWidth = 800;
  readonly dataset: Record<string, string> = {};
  captured = 0;
  getBoundingClientRect(): { readonly left: number; readonly top: number } {
    return { left: 100, top: 50 };
  }
  setPointerCapture(): void {
    this.captured += 1;
  }
}

function stage(canPan = true) {
  const host = new FakeHost();
  const { commands, log } = recordedCommands(canPan);
  const stop = listenToGestures(host as unknown as HTMLElement, commands);
  /** Sends an event; tells whether the page's own answer to it was prevented. */
  const send = (type: string, x: number, y: number, more: object = {}): boolean => {
    const event = Object.assign(
      new Event(type, { cancelable: true }),
      {
        clientX: x + 100,
        clientY: y + 50,
        button: 0,
        pointerId: 1,
        pointerType: 'mouse',
        deltaX: 0,
        deltaY: 0,
        deltaMode: 0,
      },
      more,
    );
    host.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { host, log, send, stop };
}

// Node has pointers and wheels as little as it has a screen.
beforeAll(() => {
  vi.stubGlobal('WheelEvent', { DOM_DELTA_LINE: 1 });
});

describe('a mouse', () => {
  test('reads what it points at, and forgets it when it leaves', () => {
    const { log, send } = stage();
    send('pointermove', 40, 30);
    send('pointerleave', -1, 30);
    expect(log).toEqual(['hover 40 30', 'leave']);
  });

  test('chooses by a click, also a slightly unsteady one', () => {
    const { log, send, host } = stage();
    send('pointerdown', 40, 30);
    send('pointermove', 42, 31);
    send('pointerup', 42, 31);
    expect(log).toEqual(['choose 42 31']);
    expect(host.captured).toBe(0);
  });

  test('drags the time along, and then does not choose', () => {
    const { log, send, host } = stage();
    send('pointerdown', 40, 30);
    send('pointermove', 50, 30);
    expect(host.dataset['dragging']).toBe('true');
    send('pointermove', 45, 30);
    send('pointerup', 45, 30);
    expect(log).toEqual(['panBy -10', 'panBy 5']);
    expect(host.captured).toBe(1);
    expect(host.dataset['dragging']).toBeUndefined();
  });

  test('leaves the scroll bar and the other buttons alone', () => {
    const { log, send } = stage();
    send('pointerdown', 805, 30);
    send('pointerup', 805, 30);
    send('pointerdown', 40, 30, { button: 2 });
    send('pointerup', 40, 30, { button: 2 });
    expect(log).toEqual([]);
  });

  test('zooms in by a double click', () => {
    const { log, send } = stage();
    send('dblclick', 40, 30);
    expect(log).toEqual(['zoom 0.333 40']);
  });
});

describe('a wheel', () => {
  test('zooms with Ctrl or Meta, a notch no more than a pinch of the same size', () => {
    const { log, send } = stage();
    expect(send('wheel', 40, 30, { ctrlKey: true, deltaY: 10 })).toBe(true);
    expect(send('wheel', 40, 30, { metaKey: true, deltaY: -120 })).toBe(true);
    expect(send('wheel', 40, 30, { ctrlKey: true, deltaY: 2, deltaMode: 1 })).toBe(true);
    expect(log).toEqual(['zoom 1.105 40', 'zoom 0.607 40', 'zoom 1.377 40']);
  });

  test('pans sideways, by itself or with Shift', () => {
    const { log, send } = stage();
    expect(send('wheel', 40, 30, { deltaX: 30, deltaY: 4 })).toBe(true);
    expect(send('wheel', 40, 30, { shiftKey: true, deltaY: 25 })).toBe(true);
    expect(log).toEqual(['panBy 30', 'panBy 25']);
  });

  test('scrolls the page otherwise', () => {
    const { log, send } = stage();
    expect(send('wheel', 40, 30, { deltaY: 100 })).toBe(false);
    const whole = stage(false);
    expect(whole.send('wheel', 40, 30, { deltaX: 30 })).toBe(false);
    expect([log, whole.log]).toEqual([[], []]);
  });
});

describe('fingers', () => {
  const touch = { pointerType: 'touch' };

  test('tap to choose, and hover nothing', () => {
    const { log, send } = stage();
    send('pointermove', 40, 30, touch);
    send('pointerdown', 40, 30, touch);
    send('pointerup', 40, 30, touch);
    send('pointerleave', 40, 30, touch);
    expect(log).toEqual(['choose 40 30']);
  });

  test('that scroll the page choose nothing', () => {
    const { log, send } = stage();
    send('pointerdown', 40, 30, touch);
    send('pointercancel', 40, 60, touch);
    send('pointerup', 40, 60, touch);
    expect(log).toEqual([]);
  });

  test('pinch around what lies between them', () => {
    const { log, send } = stage();
    const [first, second] = [
      { ...touch, pointerId: 1 },
      { ...touch, pointerId: 2 },
    ];
    send('pointerdown', 100, 30, first);
    send('pointerdown', 200, 30, second);
    send('pointermove', 300, 30, second);
    send('pointerup', 300, 30, second);
    send('pointerup', 100, 30, first);
    expect(log).toEqual(['zoom 0.5 150', 'panBy -50']);
  });
});

test('nothing is heard after the listeners are off', () => {
  const { log, send, stop } = stage();
  stop();
  send('pointermove', 40, 30);
  expect(log).toEqual([]);
});
