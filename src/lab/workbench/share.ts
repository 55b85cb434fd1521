/** A program as the fragment of an address, so that it can be sent to somebody: `#program=d1.…`. Nothing leaves the browser; servers never see a fragment. */

import { fnv1a } from '../../core/base/fnv1a';
import type { Granularity } from '../../core/python/pythonSchedules';

/** What a shared address carries besides the text. */
export interface SharedSettings {
  /** The file's name, as on its download. */
  readonly name?: string;
  readonly switchIntervalMs?: number;
}

export type Decoded =
  | ({ readonly status: 'ok'; readonly source: string } & SharedSettings)
  | { readonly status: 'bad'; readonly reason: string };

/** The longest program that can be shared or opened, in bytes of UTF-8. Far longer than a program that people read, and short enough for any machine. */
export const maxProgramBytes = 200_000;

/** Whether a program is short enough to be shared. */
export const fitsIntoAddress = (source: string): boolean => utf8(source).length <= maxProgramBytes;

/** The first letters of a packed program: how it is packed, and the version of the format. */
const packed = 'd1';
const unpacked = 'p1';
const compression = 'deflate-raw';
const field = 'program';
/** More than any program of `maxProgramBytes` needs, even where it could not be made smaller. */
const maxFragmentLength = 300_000;
const longestName = 80;
const intervalBounds = { least: 0.1, most: 1000 } as const;

const damaged =
  'The program in this address is damaged: part of it may be missing. Ask for the address again, or copy it as a whole.';
const bad = (reason: string): Decoded => ({ status: 'bad', reason });

/**
 * A program as a fragment, without the `#`.
 * @throws RangeError when it is longer than `maxProgramBytes`.
 */
export async function encodeProgram(source: string, settings: SharedSettings = {}): Promise<string> {
  const text = utf8(source);
  if (text.length > maxProgramBytes)
    throw new RangeError(`The program has ${text.length} bytes; at most ${maxProgramBytes} can be shared.`);
  const plain = joined([utf8(`${JSON.stringify(settings)}\n`), text]);
  const press = packer(compression, globalThis.CompressionStream);
  const body = press === null ? plain : await readAll(streamOf(plain).pipeThrough(press), Number.POSITIVE_INFINITY);
  const sum = new Uint8Array(4);
  new DataView(sum.buffer).setUint32(0, fnv1a(plain));
  return `${field}=${press === null ? unpacked : packed}.${toBase64Url(joined([sum, body ?? plain]))}`;
}

/** The field of an address that says under which rule the scheduler's page begins with its program. */
export const ruleField = 'under';

/** What follows a program, or the name of an example, in the address of the scheduler's page: `&under=gil`. */
export const underRule = (granularity: Granularity): string => `&${ruleField}=${granularity}`;

/** True where an address carries a program, damaged or not. */
export function carriesProgram(fragment: string): boolean {
  return fragment.replace(/^#/, '').startsWith(`${field}=`);
}

/** Reads what `encodeProgram` wrote, with or without its `#`. Whatever comes, it answers, and never unpacks more than a program may have. */
export async function decodeProgram(fragment: string): Promise<Decoded> {
  if (!carriesProgram(fragment)) return bad('There is no program in this address.');
  if (fragment.length > maxFragmentLength)
    return bad(`The program in this address is too long: at most ${maxProgramBytes / 1000} kB can be opened.`);
  const [, packing = '', data = ''] = /=(\w+)\.([\w-]*)/.exec(fragment) ?? [];
  if (packing !== packed && packing !== unpacked)
    return bad(
      /^[a-z]\d+$/.test(packing)
        ? 'This address was made by a newer version of the page. Load the page again, then open the address once more.'
        : damaged,
    );
  const bytes = fromBase64Url(data);
  if (bytes === null || bytes.length < 4) return bad(damaged);
  const sum = new DataView(bytes.buffer).getUint32(0);
  const most = maxProgramBytes + 1000;
  let plain: Uint8Array | null = bytes.subarray(4);
  if (packing === packed) {
    const unpress = packer(compression, globalThis.DecompressionStream);
    if (unpress === null) return bad('This browser cannot unpack the program in this address. A newer one can.');
    try {
      plain = await readAll(streamOf(bytes.subarray(4)).pipeThrough(unpress), most);
    } catch {
      // The only way a stream tells that what it was given is not packed data.
      return bad(damaged);
    }
  }
  if (plain === null || plain.length > most)
    return bad(`The program in this address is too long: at most ${maxProgramBytes / 1000} kB can be opened.`);
  return fnv1a(plain) === sum ? parsed(plain) : bad(damaged);
}

function parsed(plain: Uint8Array): Decoded {
  const text = new TextDecoder().decode(plain);
  const end = text.indexOf('\n');
  if (end < 0) return bad(damaged);
  return { status: 'ok', source: text.slice(end + 1), ...settingsIn(text.slice(0, end)) };
}

/** The settings that make sense; the address may have been written by hand. */
function settingsIn(line: string): SharedSettings {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return {};
  }
  if (typeof read !== 'object' || read === null) return {};
  const name =
    'name' in read && typeof read.name === 'string' && /^[\w-]+\.py$/.test(read.name) && read.name.length <= longestName
      ? { name: read.name }
      : {};
  const { least, most } = intervalBounds;
  const interval =
    'switchIntervalMs' in read && typeof read.switchIntervalMs === 'number' ? read.switchIntervalMs : Number.NaN;
  return { ...name, ...(interval >= least && interval <= most ? { switchIntervalMs: interval } : {}) };
}

/** Null where the browser has no streams that compress, or none that know this format. */
function packer(
  format: CompressionFormat,
  Stream: typeof CompressionStream | typeof DecompressionStream | undefined,
): CompressionStream | DecompressionStream | null {
  try {
    return Stream === undefined ? null : new Stream(format);
  } catch {
    return null;
  }
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const streamOf = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new Blob([bytes]).stream();

/** Everything a stream gives, or null as soon as it is more than `most` bytes. */
async function readAll(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
