import { countIn, expectAnswer, isInteger, isList, listIn, textIn } from './answers';

/**
 * Values of JSON, of which equal parts are written once. A thing is a text, a number, a truth value or null; a list, as the places of its items among the things before it; or an
 * object, as a list whose first number is negative: -1 - the place of its names among the shapes, and behind it the places of its values.
 */
export interface SharedValues {
  readonly shapes: readonly (readonly string[])[];
  readonly things: readonly unknown[];
}

/** More things than any file has. */
const mostThings = 1_000_000;

/** Collects values, each with all its parts once. */
export class SharedValuesWriter implements SharedValues {
  readonly shapes: string[][] = [];
  readonly things: unknown[] = [];
  readonly #places = new Map<string, number>();
  readonly #shapePlaces = new Map<string, number>();

  /** The place of a value among the things. */
  add(value: unknown): number {
    if (typeof value !== 'object' || value === null) return this.#placeOf(value);
    if (Array.isArray(value)) return this.#placeOf(value.map((item) => this.add(item)));
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    const names = fields.map(([name]) => name);
    const key = JSON.stringify(names);
    const shape = this.#shapePlaces.get(key) ?? this.shapes.push(names) - 1;
    this.#shapePlaces.set(key, shape);
    return this.#placeOf([-1 - shape, ...fields.map(([, field]) => this.add(field))]);
  }

  #placeOf(thing: unknown): number {
    const key = JSON.stringify(thing);
    const place = this.#places.get(key) ?? this.things.push(thing) - 1;
    this.#places.set(key, place);
    return place;
  }
}

/** All values that were added, and their parts, by place. Equal ones are one object. @throws BrokenAnswer for what `SharedValuesWriter` never writes. */
export function readSharedValues(shapes: unknown, things: unknown): readonly unknown[] {
  const names = listIn(shapes, mostThings, (shape) => listIn(shape, mostThings, textIn));
  const values: unknown[] = [];
  const valueAt = (place: unknown): unknown => {
    // Only what stands before it: no value is a part of itself.
    expectAnswer(countIn(place) < values.length);
    return values[countIn(place)];
  };
  for (const thing of listIn(things, mostThings, (one) => one)) {
    if (!isList(thing)) {
      expectAnswer(typeof thing !== 'object' || thing === null);
      values.push(thing);
      continue;
    }
    const [first, ...fields] = thing;
    if (!isInteger(first) || first >= 0) {
      values.push(thing.map(valueAt));
      continue;
    }
    const shape = names[-1 - first];
    expectAnswer(shape?.length === fields.length);
    values.push(Object.fromEntries(shape.map((name, at) => [name, valueAt(fields[at])])));
  }
  return values;
}
