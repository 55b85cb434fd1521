import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  canShareMemory,
  capabilities,
  mayFetchUnasked,
  measureClockResolution,
  reportedCores,
  watchVisibility,
} from './environment';

afterEach(() => vi.unstubAllGlobals());

/** A clock that moves by `stepMs` only, read every `readMs`. */
function coarseClock(stepMs: number, readMs: number): () => number {
  let real = 0;
  return () => {
    real += readMs;
    return Math.floor(real / stepMs) * stepMs;
  };
}

describe('what nobody has asked for', () => {
  const on = (pointers: readonly string[], connection?: object): boolean => {
    vi.stubGlobal('navigator', { connection });
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: pointers.some((one) => query.includes(one)) }));
    return mayFetchUnasked();
  };

  it('is fetched on a computer', () => {
    expect(on(['fine'])).toBe(true);
    expect(on(['fine', 'coarse'], { type: 'wifi', effectiveType: '4g' })).toBe(true);
  });

  it('is not fetched on a phone, to save data, or over a connection that is slow or paid for', () => {
    expect(on(['coarse'])).toBe(false);
    expect(on(['fine'], { saveData: true })).toBe(false);
    expect(on(['fine'], { type: 'cellular' })).toBe(false);
    expect(on(['fine'], { effectiveType: '3g' })).toBe(false);
  });
});

describe('measureClockResolution', () => {
  it.each([1, 0.1, 0.02, 16.5])('finds a step of %d ms', (stepMs) => {
    expect(measureClockResolution(coarseClock(stepMs, 0.0007))).toBeCloseTo(stepMs, 6);
  });

  it('is not misled by a pause now and then', () => {
    const clock = coarseClock(0.1, 0.001);
    let reading = 0;
    let paused = 0;
    expect(
      measureClockResolution(() => {
        reading += 1;
        if (reading % 350 === 0) paused += 3;
        return clock() + paused;
      }),
    ).toBeCloseTo(0.1, 6);
  });

  it('ends with a clock that stands still, and calls it as coarse as can be', () => {
    expect(measureClockResolution(() => 7)).toBe(100);
  });

  it('does not keep the page busy for longer than a frame or two', () => {
    let last = 0;
    const clock = coarseClock(16, 0.01);
    measureClockResolution(() => (last = clock()));
    expect(last).toBeLessThanOrEqual(48);
  });
});

describe('capabilities', () => {
  it('needs isolation as well as the constructor to share memory', () => {
    vi.stubGlobal('crossOriginIsolated', false);
    expect(canShareMemory()).toBe(false);
    vi.stubGlobal('crossOriginIsolated', true);
    expect(canShareMemory()).toBe(true);
    vi.stubGlobal('SharedArrayBuffer', undefined);
    expect(canShareMemory()).toBe(false);
  });

  it('knows a page without a service worker, and one that none controls yet', () => {
    vi.stubGlobal('navigator', { hardwareConcurrency: 4 });
    expect(capabilities()).toMatchObject({ serviceWorker: false, reportedCores: 4 });
    vi.stubGlobal('navigator', { serviceWorker: { controller: null } });
    expect(capabilities()).toMatchObject({ serviceWorker: false, reportedCores: 1 });
    vi.stubGlobal('navigator', { serviceWorker: { controller: {} } });
    expect(capabilities().serviceWorker).toBe(true);
    expect(reportedCores()).toBe(1);
  });
});

describe('watchVisibility', () => {
  function fakeDocument(hidden: boolean): EventTarget & { hidden: boolean } {
    const document = Object.assign(new EventTarget(), { hidden });
    vi.stubGlobal('document', document);
    return document;
  }

  it('remembers that the page was hidden, even if it is back', () => {
    const document = fakeDocument(false);
    const watch = watchVisibility();
    expect(watch.wasHidden()).toBe(false);
    for (const hidden of [true, false]) {
      document.hidden = hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    }
    expect(watch.wasHidden()).toBe(true);
  });

  it('notices a page that was hidden from the start, and nothing after the end', () => {
    expect((fakeDocument(true), watchVisibility()).wasHidden()).toBe(true);
    const document = fakeDocument(false);
    const watch = watchVisibility();
    watch.stop();
    document.hidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(watch.wasHidden()).toBe(false);
  });
});
