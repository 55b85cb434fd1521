import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedMs, planPages } from './downloadPlan';
import type { DownloadParams } from './downloads';

const params: DownloadParams = {
  pages: 12,
  latencyMs: 1000,
  jitterPercent: 0,
  failurePercent: 0,
  poolSize: 2,
  seed: 1,
  ownUrls: '',
};

const anyParams: fc.Arbitrary<DownloadParams> = fc.record({
  pages: fc.integer({ min: 1, max: 12 }),
  latencyMs: fc.integer({ min: 50, max: 3000 }),
  jitterPercent: fc.integer({ min: 0, max: 90 }),
  failurePercent: fc.integer({ min: 0, max: 100 }),
  poolSize: fc.integer({ min: 1, max: 12 }),
  seed: fc.nat({ max: 9999 }),
  ownUrls: fc.constant(''),
});

describe('planPages', () => {
  it('plans the same for the same parameters, each page once', () => {
    fc.assert(
      fc.property(anyParams, (given) => {
        const plan = planPages(given);
        expect(plan).toEqual(planPages(given));
        expect(new Set(plan.map((page) => page.name)).size).toBe(given.pages);
      }),
    );
  });
  it('keeps each latency within the jitter', () => {
    fc.assert(
      fc.property(anyParams, (given) => {
        const reach = (given.latencyMs * given.jitterPercent) / 100 + 0.5;
        for (const page of planPages(given))
          expect(Math.abs(page.latencyMs - given.latencyMs)).toBeLessThanOrEqual(reach);
      }),
    );
  });
  it('leaves pages as they were when there are fewer of them', () => {
    fc.assert(
      fc.property(anyParams, (given) => {
        expect(planPages(given)).toEqual(planPages({ ...given, pages: 12 }).slice(0, given.pages));
      }),
    );
  });
  it('only adds failures when the rate goes up', () => {
    fc.assert(
      fc.property(anyParams, fc.integer({ min: 0, max: 100 }), (given, other) => {
        const [low, high] = [Math.min(given.failurePercent, other), Math.max(given.failurePercent, other)];
        const failing = (failurePercent: number) => planPages({ ...given, failurePercent }).map((page) => page.failure);
        const more = failing(high);
        expect(failing(low).every((failure, i) => failure === null || failure === more[i])).toBe(true);
      }),
    );
  });
  it('fails none at 0 %, all at 100 %, in both ways, and about half at 50 %', () => {
    const failures = (failurePercent: number) =>
      Array.from({ length: 200 }, (_, seed) => planPages({ ...params, failurePercent, seed })).flatMap((plan) =>
        plan.map((page) => page.failure),
      );
    expect(new Set(failures(0))).toEqual(new Set([null]));
    expect(new Set(failures(100))).toEqual(new Set(['503', 'drop']));
    const half = failures(50).filter((failure) => failure !== null).length / 2400;
    expect(half).toBeGreaterThan(0.45);
    expect(half).toBeLessThan(0.55);
  });
  it('gives every page the plain latency when there is no jitter, and different ones when there is', () => {
    expect(new Set(planPages(params).map((page) => page.latencyMs))).toEqual(new Set([1000]));
    expect(new Set(planPages({ ...params, jitterPercent: 50 }).map((page) => page.latencyMs)).size).toBeGreaterThan(10);
  });
});

describe('expectedMs', () => {
  it('adds up on one lane, overlaps on many, and fills lanes as they become free', () => {
    expect(expectedMs([300, 100, 200], 1)).toBe(600);
    expect(expectedMs([300, 100, 200], 3)).toBe(300);
    expect(expectedMs([300, 100, 200, 100], 2)).toBe(400);
    expect(expectedMs([], 0)).toBe(0);
  });
  it('never beats the longest page nor an even split, and never loses to one lane', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (latencies, lanes) => {
          const sum = latencies.reduce((a, b) => a + b, 0);
          const ms = expectedMs(latencies, lanes);
          expect(ms).toBeGreaterThanOrEqual(Math.max(...latencies));
          expect(ms).toBeGreaterThanOrEqual(sum / lanes - 1e-9);
          expect(ms).toBeLessThanOrEqual(sum);
        },
      ),
    );
  });
});
