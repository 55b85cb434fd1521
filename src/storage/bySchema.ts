import * as v from 'valibot';

/** Reads what a schema describes; null where it does not. */
export function bySchema<T>(schema: v.GenericSchema<unknown, T>): (json: unknown) => T | null {
  return (json) => {
    const parsed = v.safeParse(schema, json);
    return parsed.success ? parsed.output : null;
  };
}
