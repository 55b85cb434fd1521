import { listInWords } from '../../../core/base/shorten';

/** Lines that one lock is to cover, from 1, both ends included. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
const isBlank = (line: string): boolean => /^\s*(#|$)/.test(line);
const opensFunction = /^\s*(async\s+)?def\s/;
/** What goes on with a statement that began before. */
const continues = /^\s*(elif|else|except|finally|case)\b/;

/** The lines of the function around a line, without its head; of the whole program where there is none. */
export function bodyAround(lines: readonly string[], line: number): Block {
  let head = line - 1;
  let indent = indentOf(lines[head] ?? '');
  while (head > 0) {
    head -= 1;
    const text = lines[head] ?? '';
    if (isBlank(text) || indentOf(text) >= indent) continue;
    indent = indentOf(text);
    if (!opensFunction.test(text)) continue;
    let last = line;
    for (let at = line; at < lines.length; at += 1) {
      const below = lines[at] ?? '';
      if (isBlank(below)) continue;
      if (indentOf(below) <= indent) break;
      last = at + 1;
    }
    return { first: head + 2, last };
  }
  return { first: 1, last: lines.length };
}

/** Whether these lines are whole statements of one suite, as far as their indentation tells. */
function isSuite(lines: readonly string[], { first, last }: Block): boolean {
  const [head, foot] = [lines[first - 1] ?? '', lines[last - 1] ?? ''];
  if (isBlank(head) || isBlank(foot) || continues.test(head)) return false;
  const indent = indentOf(head);
  for (let at = first; at <= last; at += 1) {
    const text = lines[at - 1] ?? '';
    if (!isBlank(text) && indentOf(text) < indent) return false;
  }
  const below = lines.slice(last).find((text) => !isBlank(text));
  return below === undefined || indentOf(below) < indent || (indentOf(below) === indent && !continues.test(below));
}

/** All blocks within the function around `needed` that cover it, the smallest first. */
export function blocksAround(lines: readonly string[], needed: Block): readonly Block[] {
  const body = bodyAround(lines, needed.first);
  const found: Block[] = [];
  for (let first = needed.first; first >= body.first; first -= 1)
    for (let last = needed.last; last <= body.last; last += 1)
      if (isSuite(lines, { first, last })) found.push({ first, last });
  return found.toSorted((a, b) => sizeOf([a]) - sizeOf([b]));
}

/** How many lines blocks have. */
export const sizeOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { first, last }) => sum + last - first + 1, 0);

/** One block of each list, in every combination, those with the fewest lines first. */
export function combinations(lists: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
  let all: readonly (readonly Block[])[] = [[]];
  for (const list of lists) all = all.flatMap((chosen) => list.map((block) => [...chosen, block]));
  return all.toSorted((a, b) => sizeOf(a) - sizeOf(b));
}

/** The program with one lock around these blocks, which do not overlap. */
export function withLock(source: string, blocks: readonly Block[]): string {
  const lines = source.split('\n');
  const name = /\block\b/.test(source) ? (/\bone_lock\b/.test(source) ? 'the_one_lock' : 'one_lock') : 'lock';
  const made: string[] = [];
  const imports = lines.findLastIndex((line) => /^(import|from)\s/.test(line));
  const isNamed = lines.some((line) => /^import threading\s*(#|$)/.test(line));
  const lock = [...(isNamed ? [] : ['import threading']), '', `${name} = threading.Lock()`];
  for (const [at, line] of lines.entries()) {
    const block = blocks.find(({ first, last }) => first <= at + 1 && at + 1 <= last);
    if (block === undefined) made.push(line);
    else {
      if (block.first === at + 1) made.push(`${' '.repeat(indentOf(line))}with ${name}:`);
      made.push(isBlank(line) ? line : `    ${line}`);
    }
    if (at === imports) made.push(...lock);
  }
  return made.join('\n');
}

/** "Let one lock cover lines 6–7 and line 12." */
export function sayCure(blocks: readonly Block[]): string {
  const said = blocks
    .toSorted((a, b) => a.first - b.first)
    .map(({ first, last }) => (first === last ? `line ${first}` : `lines ${first}–${last}`));
  return `Let one lock cover ${listInWords(said)}.`;
}
