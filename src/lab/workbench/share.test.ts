import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { carriesProgram, decodeProgram, encodeProgram, maxProgramBytes } from './share';

const sources = fc.string({ unit: 'binary', maxLength: 400 });
const program = 'import threading\n\nprint("Grüße", threading.current_thread().name)  # 🧵\n';

afterEach(() => vi.unstubAllGlobals());

describe('a shared program', () => {
  it('comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(sources, async (source) => {
        expect(await decodeProgram(`#${await encodeProgram(source)}`)).toEqual({ status: 'ok', source });
      }),
    );
  });

  it('brings its name and switch interval', async () => {
    const settings = { name: 'two_threads.py', switchIntervalMs: 0.5 };
    expect(await decodeProgram(await encodeProgram(program, settings))).toEqual({
      status: 'ok',
      source: program,
      ...settings,
    });
  });

  it('leaves out settings that make no sense, and keeps the text', async () => {
    const settings = { name: '../../etc/passwd', switchIntervalMs: 1e9 };
    expect(await decodeProgram(await encodeProgram(program, settings))).toEqual({ status: 'ok', source: program });
  });

  it('is an address that needs no escapes, and is shorter than the program', async () => {
    const source = program.repeat(20);
    const fragment = await encodeProgram(source);
    expect(fragment).toMatch(/^program=d1\.[\w-]+$/);
    expect(fragment.length).toBeLessThan(source.length / 4);
    expect(carriesProgram(`#${fragment}`)).toBe(true);
    expect(carriesProgram('#counting')).toBe(false);
  });

  it('survives the full stop that ends a sentence', async () => {
    expect(await decodeProgram(`#${await encodeProgram(program)}.`)).toMatchObject({ status: 'ok', source: program });
  });

  it('goes uncompressed where the browser cannot compress', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    vi.stubGlobal('DecompressionStream', undefined);
    const fragment = await encodeProgram(program);
    expect(fragment).toMatch(/^program=p1\./);
    expect(await decodeProgram(fragment)).toEqual({ status: 'ok', source: program });
  });

  it('says so where only the reader’s browser cannot', async () => {
    const fragment = await encodeProgram(program);
    vi.stubGlobal('DecompressionStream', undefined);
    expect(await decodeProgram(fragment)).toMatchObject({
      status: 'bad',
      reason: expect.stringContaining('cannot unpack'),
    });
  });
});

describe('a damaged address', () => {
  it('never gives another program than the one that was shared', async () => {
    const fragment = await encodeProgram(program);
    const start = fragment.indexOf('.') + 1;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_ ./%';
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: fragment.length - 1 }),
        fc.constantFrom(...alphabet),
        async (at, character) => {
          const decoded = await decodeProgram(fragment.slice(0, at) + character + fragment.slice(at + 1));
          expect(decoded.status === 'bad' || decoded.source === program).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is told from a whole one wherever it is cut', async () => {
    const fragment = await encodeProgram(program);
    for (let length = 'program='.length; length < fragment.length - 1; length += 1) {
      expect(await decodeProgram(fragment.slice(0, length)), `cut at ${length}`).toMatchObject({
        status: 'bad',
        reason: expect.stringMatching(/damaged|newer/),
      });
    }
  });

  it('is answered in words, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const decoded = await decodeProgram(`#program=d1.${text}`);
        expect(decoded.status).toBe('bad');
      }),
    );
    expect(await decodeProgram('#program=z9.AAAA')).toMatchObject({ reason: expect.stringContaining('newer version') });
    expect(await decodeProgram('#elsewhere')).toMatchObject({ reason: expect.stringContaining('no program') });
  });
});

describe('a program that is too long', () => {
  it('is not shared', async () => {
    await expect(encodeProgram('#'.repeat(maxProgramBytes + 1))).rejects.toThrow(RangeError);
    expect(await decodeProgram(await encodeProgram('#'.repeat(maxProgramBytes)))).toMatchObject({ status: 'ok' });
  });

  it('is not unpacked: the stream is left as soon as it is too much', async () => {
    let given = 0;
    const part = new Uint8Array(64 * 1024);
    class Bomb {
      readonly writable = new WritableStream();
      readonly readable = new ReadableStream<Uint8Array>({
        pull(controller) {
          given += part.length;
          controller.enqueue(part);
        },
      });
    }
    vi.stubGlobal('DecompressionStream', Bomb);
    expect(await decodeProgram('#program=d1.AAAAAAAA')).toMatchObject({
      status: 'bad',
      reason: expect.stringContaining('too long'),
    });
    expect(given).toBeLessThan(maxProgramBytes * 2);
  });

  it('is refused by the length of its address alone', async () => {
    expect(await decodeProgram(`#program=p1.${'A'.repeat(300_001)}`)).toMatchObject({
      status: 'bad',
      reason: expect.stringContaining('too long'),
    });
  });
});
