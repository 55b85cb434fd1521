import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chunksOf,
  firstByteShare,
  maxLatencyMs,
  pageNames,
  pagePath,
  pageText,
  parsePage,
  type PageRequest,
} from './pages';

const requests: fc.Arbitrary<PageRequest> = fc.record({
  name: fc.constantFrom(...pageNames),
  latencyMs: fc.nat({ max: maxLatencyMs }),
  failure: fc.constantFrom(null, '503' as const, 'drop' as const),
  sizeBytes: fc.integer({ min: 256, max: 20_000 }),
  seed: fc.nat({ max: 999_999_999 }),
});

/** Takes an address apart as a browser does. */
function parsePath(path: string): ReturnType<typeof parsePage> {
  const [file = '', query = ''] = path.replace(/^pages\//, '').split('?');
  const pairs = query.split('&').map((pair): [string, string] => {
    const [key = '', value = ''] = pair.split('=');
    return [key, value];
  });
  return parsePage(file, pairs);
}

const reasonOf = (file: string, query: [string, string][]): string => {
  const parsed = parsePage(file, query);
  return parsed.ok ? 'accepted' : `${parsed.status}: ${parsed.reason}`;
};

describe('parsePage', () => {
  it('reads every address that pagePath writes', () => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(parsePath(pagePath(request))).toEqual({ ok: true, request });
      }),
    );
  });
  it('fills in size and seed, and keeps the latency in range', () => {
    expect(parsePage('oak.html', [['latency', '99999']])).toEqual({
      ok: true,
      request: { name: 'oak', latencyMs: 10_000, failure: null, sizeBytes: 8192, seed: 0 },
    });
  });
  it('keeps the size in range', () => {
    const sizeOf = (size: string) => {
      const parsed = parsePage('elm.html', [
        ['latency', '0'],
        ['size', size],
      ]);
      return parsed.ok ? parsed.request.sizeBytes : parsed.reason;
    };
    expect([sizeOf('1'), sizeOf('300'), sizeOf('5000000')]).toEqual([256, 300, 1_000_000]);
  });
  it('refuses nonsense with a sentence that says what would do', () => {
    expect(reasonOf('oak.html', [])).toBe('400: latency must be a number of milliseconds from 0 to 10000, not "".');
    expect(reasonOf('oak.html', [['latency', '-5']])).toMatch(/^400: latency must be .* not "-5"\.$/);
    expect(reasonOf('oak.html', [['latency', '1e3']])).toMatch(/^400: latency/);
    expect(reasonOf('oak.html', [['latency', 'Infinity']])).toMatch(/^400: latency/);
    expect(
      reasonOf('oak.html', [
        ['latency', '5'],
        ['fail', 'explode'],
      ]),
    ).toBe('400: A page can fail as 503 or as drop, not as "explode".');
    expect(
      reasonOf('oak.html', [
        ['latency', '5'],
        ['size', '1.5'],
      ]),
    ).toMatch(/^400: size must be a whole number/);
    expect(
      reasonOf('oak.html', [
        ['latency', '5'],
        ['seed', 'x'],
      ]),
    ).toMatch(/^400: seed/);
    expect(
      reasonOf('oak.html', [
        ['latency', '5'],
        ['delay', '5'],
      ]),
    ).toMatch(/^400: A page knows no parameter "delay"/);
    expect(
      reasonOf('oak.html', [
        ['latency', '5'],
        ['latency', '6'],
      ]),
    ).toMatch(/^400: The parameter "latency" was given twice/);
    expect(reasonOf('larch.html', [['latency', '5']])).toMatch(/^404: There is no page "larch\.html"/);
  });
  it('meets any text at all with an answer or a sentence', () => {
    const files = fc.oneof(fc.constant('oak.html'), fc.string());
    const queries = fc.array(fc.tuple(fc.constantFrom('latency', 'fail', 'size', 'seed'), fc.string()));
    fc.assert(
      fc.property(files, queries, (file, query) => {
        expect(reasonOf(file, query)).toMatch(/^accepted$|^(400|404): [^]*\.$/);
      }),
    );
  });
});

describe('chunksOf', () => {
  it('covers the body once, in order, and ends exactly at the latency', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const chunks = chunksOf(request);
        expect(chunks[0]?.atMs).toBeCloseTo(request.latencyMs * firstByteShare);
        expect(chunks.at(-1)?.atMs).toBeCloseTo(request.latencyMs);
        expect(chunks[0]?.fromByte).toBe(0);
        expect(chunks.at(-1)?.toByte).toBe(request.sizeBytes);
        const fromBytes = chunks.map((chunk) => chunk.fromByte);
        expect(fromBytes.slice(1)).toEqual(chunks.slice(0, -1).map((chunk) => chunk.toByte));
        expect(chunks.every((chunk) => chunk.toByte > chunk.fromByte)).toBe(true);
        expect(chunks.map((chunk) => chunk.atMs)).toEqual(chunks.map((chunk) => chunk.atMs).sort((a, b) => a - b));
      }),
    );
  });
});

describe('pageText', () => {
  it('has exactly the size asked for, in ASCII, and is a page with its name', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const text = pageText(request);
        expect(text).toHaveLength(request.sizeBytes);
        expect(text).toMatch(/^[\n -~]+$/);
        expect(text.toLowerCase()).toContain(`<h1>${request.name}</h1>`);
        expect(text).toMatch(/[a-z]\.<\/p>\n<\/html>\n$/);
      }),
    );
  });
  it('has other words for another seed', () => {
    const page = { name: 'oak', sizeBytes: 2000 } as const;
    expect(pageText({ ...page, seed: 1 })).toBe(pageText({ ...page, seed: 1 }));
    expect(pageText({ ...page, seed: 1 })).not.toBe(pageText({ ...page, seed: 2 }));
  });
});
