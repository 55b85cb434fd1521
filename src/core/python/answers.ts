/**
 * Readers of what a worker with Python answers. They are written by hand, and not as schemas of valibot: a search reads hundreds of thousands of these
 * values, and a step in the stepper waits for them. pythonNews.ts, where traces have tens of thousands of events, does likewise; its rare messages would be no shorter as schemas.
 */

/** What the reader is told where an answer makes no sense. */
export const brokeInterpreter = 'The program broke the interpreter in which it ran';

/** An answer that Python never gives. A program that digs its way out of Python could forge any in the name of its interpreter. */
export class BrokenAnswer extends Error {
  override readonly name = 'BrokenAnswer';

  constructor() {
    super(`${brokeInterpreter}.`);
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** More threads and tasks than any program has: the number of one is below this. */
const mostActors = 4096;
/** The longest text in an answer. What a program prints is cut at a tenth of this. */
const mostText = 1_000_000;
/** The longest answer. Longer ones would fill the memory of the page before they are read. */
const mostAnswer = 2 ** 27;

/** @throws BrokenAnswer where `holds` is false. */
export function expectAnswer(holds: boolean): asserts holds {
  if (!holds) throw new BrokenAnswer();
}

/** The value that an answer stands for, which is a text of JSON. @throws BrokenAnswer */
export function parseAnswer(answer: unknown): unknown {
  expectAnswer(typeof answer === 'string' && answer.length <= mostAnswer);
  try {
    return JSON.parse(answer);
  } catch {
    throw new BrokenAnswer();
  }
}

/** @throws BrokenAnswer */
export function fieldsIn(value: unknown): Fields {
  expectAnswer(isFields(value));
  return value;
}

/** A list of at most `most` items, each as `read` reads it. @throws BrokenAnswer */
export function listIn<R>(value: unknown, most: number, read: (item: unknown) => R): R[] {
  expectAnswer(isList(value) && value.length <= most);
  return value.map((item) => read(item));
}

/** @throws BrokenAnswer */
export function textIn(value: unknown): string {
  expectAnswer(typeof value === 'string' && value.length <= mostText);
  return value;
}

/** A whole number of at least `least`. @throws BrokenAnswer */
export function countIn(value: unknown, least = 0): number {
  expectAnswer(isInteger(value) && value >= least);
  return value;
}

/** A number that is neither infinite nor none. @throws BrokenAnswer */
export function numberIn(value: unknown): number {
  expectAnswer(isNumber(value));
  return value;
}

/** The number of a thread or task. @throws BrokenAnswer */
export function actorIn(value: unknown): number {
  expectAnswer(isInteger(value) && value >= 0 && value < mostActors);
  return value;
}

/** @throws BrokenAnswer */
export function actorsIn(value: unknown): number[] {
  return listIn(value, mostActors, actorIn);
}

/** A list with an item for each thread or task. @throws BrokenAnswer */
export function perActorIn<R>(value: unknown, read: (item: unknown) => R): R[] {
  return listIn(value, mostActors, read);
}

/** Null, or what `read` reads. @throws BrokenAnswer */
export function orNull<R>(value: unknown, read: (value: unknown) => R): R | null {
  return value === null ? null : read(value);
}

/** One of the keys of `known`. @throws BrokenAnswer */
export function oneOf<K extends string>(value: unknown, known: Readonly<Record<K, true>>): K {
  expectAnswer(typeof value === 'string' && Object.hasOwn(known, value));
  return value as K;
}
