/** What stored text turned out to be; `newer`: a later version of the site wrote it. */
export type ParsedFile<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'newer'; readonly version: number }
  | { readonly status: 'corrupt' };

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Reads JSON that was stored with a `version`; `read` finds in it what it should hold, or null. Never throws. */
export function parseFile<T>(raw: string, version: number, read: (json: unknown) => T | null): ParsedFile<T> {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    return { status: 'corrupt' };
  }
  const found = isRecord(json) ? json['version'] : null;
  if (typeof found === 'number' && Number.isInteger(found) && found > version)
    return { status: 'newer', version: found };
  const value = read(json);
  return value === null ? { status: 'corrupt' } : { status: 'ok', value };
}
