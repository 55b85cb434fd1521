import { assertNever } from '../base/assertNever';
import type { NumberSpec, ParamSpec, ParamSpecs, ParamValues } from './params';

/** A value brought within its spec, and a sentence when that changed it. */
export interface Fitted<T> {
  readonly value: T;
  readonly complaint: string | null;
}

function withUnit(value: number, spec: NumberSpec): string {
  return spec.unit === '' ? String(value) : `${value} ${spec.unit}`;
}

/** Brings a number into range and onto the spec's steps. Anything that is not a number becomes `fallback`. */
export function fitNumber(spec: NumberSpec, raw: string, fallback: number = spec.initial): Fitted<number> {
  const asked = raw.trim() === '' ? Number.NaN : Number(raw);
  if (!Number.isFinite(asked))
    return {
      value: fallback,
      complaint: `${spec.label}: “${raw.slice(0, 30)}” is not a number, so it stays ${withUnit(fallback, spec)}.`,
    };
  const inRange = Math.min(spec.max, Math.max(spec.min, asked));
  const steps = Math.round((inRange - spec.min) / spec.step);
  const digits = Math.max(0, -Math.floor(Math.log10(spec.step)));
  const value = Number(Math.min(spec.max, spec.min + steps * spec.step).toFixed(digits));
  const complaint =
    inRange === asked
      ? null
      : `${spec.label}: ${asked} is not between ${spec.min} and ${spec.max}, so it is ${withUnit(value, spec)}.`;
  return { value, complaint };
}

function fit(spec: ParamSpec, raw: string, fallback: number | string): Fitted<number | string> {
  switch (spec.kind) {
    case 'number':
      return fitNumber(spec, raw, Number(fallback));
    case 'text': {
      const value = raw.slice(0, spec.maxLength);
      return {
        value,
        complaint: value === raw ? null : `${spec.label}: only the first ${spec.maxLength} characters were kept.`,
      };
    }
    default:
      return assertNever(spec);
  }
}

/** The values a set of specs starts with, some of them replaced. */
export function initialValues(specs: ParamSpecs, replaced: ParamValues = {}): ParamValues {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, replaced[name] ?? spec.initial]));
}

/** The keys and values of a query, decoded, such as a `URLSearchParams`. */
export type Query = Iterable<readonly [string, string]>;

/** More complaints about one address than this help nobody. */
const mostComplaints = 5;

export interface ReadParams {
  readonly values: ParamValues;
  /** What was changed or not understood, a sentence each, all different; of very many the first few. */
  readonly complaints: readonly string[];
}

/**
 * Reads an experiment's values from a query: `?downloads.pages=5`. What is missing keeps its initial value; nonsense is
 * replaced and complained about; what is not this experiment's is left alone.
 */
export function readParams(specs: ParamSpecs, initial: ParamValues, experiment: string, query: Query): ReadParams {
  const values: Record<string, number | string> = { ...initial };
  const complaints = new Set<string>();
  for (const [key, raw] of query) {
    if (!key.startsWith(`${experiment}.`)) continue;
    const name = key.slice(experiment.length + 1);
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec === undefined) {
      complaints.add(`The address sets “${name.slice(0, 30)}”, which this experiment does not have.`);
      continue;
    }
    const fitted = fit(spec, raw, initial[name] ?? spec.initial);
    values[name] = fitted.value;
    if (fitted.complaint !== null) complaints.add(fitted.complaint);
  }
  const all = [...complaints];
  const left = all.length - mostComplaints;
  return {
    values,
    complaints:
      left > 0
        ? [
            ...all.slice(0, mostComplaints),
            `${left === 1 ? 'One more thing' : `${left} more things`} in the address could not be used.`,
          ]
        : all,
  };
}

/** Writes an experiment's values into a query: only those that differ from the initial ones. Other keys stay. */
export function writeParams(
  initial: ParamValues,
  values: ParamValues,
  experiment: string,
  query: Query,
): readonly (readonly [string, string])[] {
  const others = [...query].filter(([key]) => !key.startsWith(`${experiment}.`));
  const own = Object.entries(values).filter(([name, value]) => value !== initial[name]);
  return [...others, ...own.map(([name, value]) => [`${experiment}.${name}`, String(value)] as const)];
}
