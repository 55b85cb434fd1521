import type { CodeListing, Granularity, Instruction, ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { Names } from '../../../core/schedule/deadlock';
import { shorten } from '../../../core/base/shorten';
import { readObjectName } from '../../../core/schedule/objectNames';
import type { ThreadIndex } from '../../../core/schedule/types';
import { namesIn } from '../explain/names';

/** What a thread does next, as far as it can be told. */
export interface NextStep {
  /** Of the program, from 1; null where the thread has no place in it. */
  readonly line: number | null;
  /** The line's text, the instruction, or the access. */
  readonly text: string;
}

/** The instruction before which a thread stands; undefined where instructions are no steps. */
export function instructionOf(
  moment: ScheduledMoment,
  thread: ThreadIndex,
  codes: readonly CodeListing[],
): Instruction | undefined {
  const [call] = moment.threads[thread]?.calls ?? [];
  return codes[call?.code ?? -1]?.instructions.find(({ offset }) => offset === call?.offset);
}

/** As `dis` writes it. */
export const sayInstruction = ({ name, argument }: Pick<Instruction, 'name' | 'argument'>): string =>
  argument === '' ? name : `${name} ${shorten(argument)}`;

/** What a thread does next. */
export function nextOf(
  moment: ScheduledMoment,
  thread: ThreadIndex,
  lines: readonly string[],
  codes: readonly CodeListing[],
  granularity: Granularity,
): NextStep {
  const [call] = moment.threads[thread]?.calls ?? [];
  if (call === undefined)
    return { line: null, text: moment.threads[thread]?.status === 'runs' ? 'the first lines' : '' };
  const text = (lines[call.line - 1] ?? '').trim();
  const instruction = granularity === 'line' ? undefined : instructionOf(moment, thread, codes);
  if (instruction === undefined || moment.threads[thread]?.status === 'new') return { line: call.line, text };
  if (granularity === 'bytecode') return { line: call.line, text: sayInstruction(instruction) };
  const accesses = instruction.accesses.map(({ object, kind }) =>
    sayAccess(object, kind, instruction, namesIn(moment), lines),
  );
  return { line: call.line, text: accesses.length === 0 ? text : [...new Set(accesses)].join(', ') };
}

/** What an instruction does to a thing: as the source has it, where the thing itself has no name. */
function sayAccess(
  object: string,
  kind: string,
  { name, place }: Instruction,
  names: Names,
  lines: readonly string[],
): string {
  const written = place === null || place[0] !== place[2] ? '' : (lines[place[0] - 1] ?? '').slice(place[1], place[3]);
  const sort = readObjectName(object).kind;
  if (written === '' || sort === 'global' || sort === 'cell') return `${kind} ${names.object(object)}`;
  return `${name.startsWith('CALL') ? 'call' : kind} ${written}`;
}
