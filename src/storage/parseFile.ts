import * as v from 'valibot';

const versionSchema = v.object({ version: v.pipe(v.number(), v.integer()) });

/** What stored text turned out to be; `newer`: a later version of the site wrote it. */
export type ParsedFile<T> = { readonly status: 'ok'; readonly value: T } | { readonly status: 'newer'; readonly version: number } | { readonly status: 'corrupt' };

/** Reads JSON that was stored with a `version`, and that `schema` describes. Never throws. */
export function parseFile<T>(raw: string, version: number, schema: v.GenericSchema<unknown, T>): ParsedFile<T> {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    return { status: 'corrupt' };
  }
  const found = v.safeParse(versionSchema, json);
  if (found.success && found.output.version > version) return { status: 'newer', version: found.output.version };
  const file = v.safeParse(schema, json);
  return file.success ? { status: 'ok', value: file.output } : { status: 'corrupt' };
}
