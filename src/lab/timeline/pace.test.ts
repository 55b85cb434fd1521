import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Pace } from './pace';

/** A screen of 100 frames a second, on which drawing takes as long as it is told to. */
let now = 0;
let frames: (() => void)[] = [];
const advance = (count: number): void => {
  for (let i = 0; i < count; i += 1) {
    now += 10;
    for (const frame of frames.splice(0)) frame();
  }
};

beforeEach(() => {
  now = 0;
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function paced(drawMs: number) {
  const state = { live: false, drawn: 0 };
  const pace = new Pace(
    () => {
      state.drawn += 1;
      now += drawMs;
    },
    () => state.live,
  );
  return { pace, state };
}

describe('Pace', () => {
  test('draws once at the next frame, however often it is asked', () => {
    const { pace, state } = paced(1);
    pace.ask();
    pace.ask();
    expect(state.drawn).toBe(0);
    advance(5);
    expect(state.drawn).toBe(1);
  });

  test('draws a live run about thirty times a second', () => {
    const { pace, state } = paced(0);
    state.live = true;
    pace.wake();
    advance(100);
    expect(state.drawn).toBe(25);
    state.live = false;
    advance(100);
    expect(state.drawn).toBe(25);
  });

  test('takes no more than 6 % of the time for it', () => {
    const { pace, state } = paced(30);
    state.live = true;
    pace.wake();
    advance(10_000);
    expect((state.drawn * 30) / now).toBeCloseTo(0.06, 3);
  });

  test('answers a reader at once in between', () => {
    const { pace, state } = paced(30);
    state.live = true;
    pace.wake();
    advance(1);
    expect(state.drawn).toBe(1);
    pace.ask();
    advance(1);
    expect(state.drawn).toBe(2);
  });

  test('draws nothing live out of sight, and what was missed when back in sight', () => {
    const { pace, state } = paced(0);
    state.live = true;
    pace.inSight = false;
    pace.wake();
    pace.ask();
    advance(50);
    expect(state.drawn).toBe(0);
    pace.inSight = true;
    advance(1);
    expect(state.drawn).toBe(1);
  });

  test('draws the last of a run that has ended out of sight', () => {
    const { pace, state } = paced(0);
    state.live = true;
    pace.wake();
    pace.inSight = false;
    advance(3);
    const drawn = state.drawn;
    state.live = false;
    pace.wake();
    advance(3);
    expect(state.drawn).toBe(drawn + 1);
  });

  test('draws the last of a run that has ended', () => {
    const { pace, state } = paced(0);
    state.live = true;
    pace.wake();
    advance(1);
    state.live = false;
    pace.wake();
    advance(1);
    expect(state.drawn).toBe(2);
  });

  test('skips what has been drawn meanwhile, and stops for good', () => {
    const { pace, state } = paced(0);
    pace.ask();
    pace.drawn();
    advance(3);
    expect(state.drawn).toBe(0);
    pace.ask();
    pace.stop();
    advance(3);
    expect(state.drawn).toBe(0);
  });
});
