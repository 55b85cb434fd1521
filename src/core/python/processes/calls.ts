import type { MemoryOperation } from '../pythonProcesses';
import type { ProcessMemory } from './memory';
import { heapBytes, mostNames, mostPipes, mostProcesses, mostSemaphores } from './layout';

/** Whether a value is a whole number from 0 up to a limit, which it does not reach. */
const below =
  (limit: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < limit;

const slot = below(mostProcesses);
const pipe = below(mostPipes);
const semaphore = below(mostSemaphores);
const name = below(mostNames);
const place = below(heapBytes + 1);
const size = below(Number.MAX_SAFE_INTEGER);
const word = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31;
const signal = below(64);
const flag = (value: unknown): boolean => typeof value === 'boolean';
const text = (value: unknown): boolean => typeof value === 'string' && value.length < 1000;
const number = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
const end = (value: unknown): boolean => value === 'readers' || value === 'writers';
const data = (value: unknown): boolean => value instanceof Uint8Array;

/** Operations that wait or ring others by themselves, and those that matter only where memory is shared: the page does none of them for a process. */
type Withheld =
  'rings' | 'rung' | 'awaitRing' | 'ringProcess' | 'takeOutputTurn' | 'outputTurns' | 'sendSignal' | 'takeSignal';

type Check = (value: unknown) => boolean;
type ChecksOf<Given extends readonly unknown[]> = { readonly [I in keyof Given]: Check };
/** What each argument of each other operation must be: a new operation wants its row here. */
type Calls = { readonly [K in Exclude<MemoryOperation, Withheld>]: ChecksOf<Parameters<ProcessMemory[K]>> };

/** What a process may ask of the memory that the page keeps, and what it must give for that. The others would let a program hold up the page. */
const calls: Calls = {
  newProcess: [],
  pid: [slot],
  slotOf: [word],
  exitCode: [slot, word, flag],
  begin: [],
  hasBegun: [slot],
  takeSignals: [word, word],
  takesSignal: [slot, signal],
  bury: [slot, word],
  end: [slot, word, word],
  newPipe: [],
  openEnd: [pipe, end, slot],
  closeEnd: [pipe, end],
  readable: [pipe, flag],
  read: [pipe, size, flag],
  write: [pipe, data, flag],
  newSemaphore: [word, word],
  openSemaphore: [semaphore, slot],
  closeSemaphore: [semaphore],
  take: [semaphore, flag],
  give: [semaphore],
  value: [semaphore],
  allocate: [size],
  peek: [place, place],
  poke: [place, data],
  peekNumber: [place, text],
  pokeNumber: [place, text, number],
  listen: [text],
  stopListening: [pipe],
  connect: [text],
  createBlock: [text],
  sizeBlock: [name, size],
  openBlock: [text],
  blockPlace: [name],
  blockSize: [name],
  closeBlock: [name],
  unlinkBlock: [text],
};

/** Whether a process may ask that of the memory which the page keeps. Our own Python asks for nothing else; a program that forges its calls could. */
export function isCall(operation: string, args: readonly unknown[]): operation is MemoryOperation {
  const takes: readonly (Check | undefined)[] | undefined = Object.hasOwn(calls, operation)
    ? calls[operation as keyof Calls]
    : undefined;
  return (
    takes !== undefined &&
    takes.length === args.length &&
    takes.every((accepts, index) => accepts?.(args[index]) === true)
  );
}
