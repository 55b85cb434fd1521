/** A line of code that is not empty: how far it is indented, in characters, and what it says. */
interface Line {
  readonly indent: number;
  readonly text: string;
}

/** A program's text without its comments and strings, in which anything may stand. */
export function codeOf(source: string): string {
  let code = '';
  for (let at = 0; at < source.length;) {
    const character = source.charAt(at);
    if (character === '#') at = endOf(source, '\n', at);
    else if (character === '"' || character === "'") {
      at = endOfString(source, character, at);
      code += "''";
    } else {
      code += character;
      at += 1;
    }
  }
  return code;
}

/** Where a text is found from a place on; the end of the source where it is not. */
function endOf(source: string, text: string, from: number): number {
  const found = source.indexOf(text, from);
  return found === -1 ? source.length : found;
}

/** Where a string that begins at a place has ended. */
function endOfString(source: string, quote: string, start: number): number {
  const triple = quote.repeat(3);
  if (source.startsWith(triple, start)) return endOf(source, triple, start + 3) + 3;
  for (let at = start + 1; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === '\\') at += 1;
    else if (character === quote) return at + 1;
    else if (character === '\n') return at;
  }
  return source.length;
}

function linesOf(code: string): readonly Line[] {
  return code
    .split('\n')
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trim() }))
    .filter(({ text }) => text !== '');
}

/** The lines of the block that `head`, by its index, opens. */
function blockOf(lines: readonly Line[], head: number): readonly Line[] {
  const indent = lines[head]?.indent ?? 0;
  const rest = lines.slice(head + 1);
  const end = rest.findIndex((line) => line.indent <= indent);
  return end === -1 ? rest : rest.slice(0, end);
}

/** What stands in functions within these lines does not count. */
function withoutFunctions(lines: readonly Line[]): readonly Line[] {
  const own: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (/^(?:async\s+)?def\b/.test(line.text)) at += blockOf(lines, at).length;
    else own.push(line);
  }
  return own;
}

/** Whether a thread gets as its target what a function of the program returned that returns nothing. */
export function startsCalledTarget(code: string): boolean {
  const lines = linesOf(code);
  return [...code.matchAll(/\bThread\([^()]*\btarget\s*=\s*(?<name>\w+)\(/g)].some(({ groups }) => {
    const head = lines.findIndex(({ text }) => text.startsWith(`def ${groups?.['name'] ?? ''}(`));
    return (
      head !== -1 && !withoutFunctions(blockOf(lines, head)).some(({ text }) => /\breturn\s+\S|\byield\b/.test(text))
    );
  });
}

/** Whether a coroutine function calls something that waits for a while, and not by `await`. */
export function sleepsInCoroutine(code: string): boolean {
  const lines = linesOf(code);
  return lines.some(
    ({ text }, at) =>
      /^async\s+def\b/.test(text) &&
      withoutFunctions(blockOf(lines, at)).some((line) =>
        /\btime\.sleep\(|\brequests\.(?:get|post|put|head|request)\(/.test(line.text),
      ),
  );
}

/** Whether a loop starts a thread and joins that thread in the next line. */
export function joinsBeforeNextStart(code: string): boolean {
  const lines = linesOf(code);
  return lines.some(
    ({ text }, at) =>
      /^(?:for|while)\b/.test(text) &&
      blockOf(lines, at).some(({ text: start, indent }, index, block) => {
        const thread = /^(?<name>\w+)\.start\(\)$/.exec(start)?.groups?.['name'];
        const next = block[index + 1];
        return (
          thread !== undefined &&
          next?.indent === indent &&
          next.text === `${thread}.join()` &&
          block.some((line) => /^(?<made>\w+) = (?:threading\.)?Thread\(/.exec(line.text)?.groups?.['made'] === thread)
        );
      }),
  );
}
