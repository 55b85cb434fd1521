import { epochMs } from '../../core/base/clock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameCounter, pause } from './frames';

describe('FrameCounter', () => {
  let draw: (() => void) | null = null;
  let now = 0;
  const frameAt = (at: number): void => {
    now = at;
    draw?.();
  };

  beforeEach(() => {
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
      draw = callback;
      return 1;
    });
    vi.stubGlobal('cancelAnimationFrame', () => (draw = null));
    vi.stubGlobal('performance', { timeOrigin: 0, now: () => now });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('counts frames, and measures a gap from the last frame before to the first after', () => {
    const frames = new FrameCounter();
    for (const at of [10, 26, 42, 1058, 1074]) frameAt(at);
    frames.stop();
    frameAt(1090);
    expect(frames.between(epochMs(0), epochMs(50))).toBe(3);
    expect(frames.between(epochMs(50), epochMs(1050))).toBe(0);
    expect(frames.longestGapMs(epochMs(50), epochMs(1050))).toBe(1016);
    expect(frames.between(epochMs(0), epochMs(2000)), 'none after stop').toBe(5);
  });

  it('takes the whole time for a gap where nothing was drawn at all, as in a hidden page', () => {
    expect(new FrameCounter().longestGapMs(epochMs(100), epochMs(400))).toBe(300);
  });
});

describe('pause', () => {
  it('ends by itself, or at once when stopped', async () => {
    const stop = new AbortController();
    await expect(pause(1, stop.signal)).resolves.toBeUndefined();
    const long = pause(60_000, stop.signal);
    stop.abort();
    await expect(long).rejects.toMatchObject({ name: 'AbortError' });
    await expect(pause(60_000, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
