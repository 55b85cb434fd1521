/**
 * What a lesson's program must print: the format of the `<name>.expect.txt` beside each `<name>.py`.
 *
 * Instructions come first, one a line, all optional:
 *
 *     # exit: 1               the exit status; 0 unless said, negative where a signal ended it
 *     # stderr: ValueError    a pattern that stderr must contain; without it stderr must be empty
 *     # timeout: 3            the program never ends by itself (a deadlock): after 3 s it is stopped, and what it printed
 *                             until then is checked; its exit status is not
 *     # ctrl-c: asleep        Ctrl+C is pressed a moment after each piece of stdout in which this text ends
 *     # stdin: 7              a line that input() gets; once for each line. After the last, or without any, the input has ended
 *     # anything else         a remark
 *
 * Then one line for each line of stdout, all of them, in order. A line is a JavaScript regular expression (flag `u`) for the
 * whole printed line, so parentheses, dots and question marks meant as themselves are escaped. Besides that:
 *
 *     <0.6..2>    a number within these bounds, such as `0.61` or `1,204`
 *     ~ pattern   neighbouring lines that begin with `~ ` may be printed in any order
 *     * pattern   one line or more
 */
export interface Expectation {
  readonly exit: number;
  /** Set for a program that never ends: how many seconds it may run before it is stopped. */
  readonly timeoutSeconds: number | null;
  /** Ctrl+C is pressed a moment after each time that this text came on stdout; null where it is never pressed. */
  readonly interruptAfter: string | null;
  /** What the program is given to read, line by line. */
  readonly inputs: readonly string[];
  /** What stderr must match; empty unless said. */
  readonly stderr: RegExp;
  readonly groups: readonly LineGroup[];
}

/** Consecutive lines of stdout: exactly one, one or more alike, or several in any order. */
type LineGroup =
  | { readonly kind: 'one' | 'many'; readonly line: ExpectedLine }
  | { readonly kind: 'anyOrder'; readonly lines: readonly ExpectedLine[] };

interface ExpectedLine {
  readonly source: string;
  readonly matches: (printed: string) => boolean;
}

/** Reads an expectation. Throws when an instruction or a pattern makes no sense. */
export function parseExpectation(text: string): Expectation {
  const lines = text.replace(/(?<!\n)\n+$/, '').split('\n');
  const firstPrinted = lines.findIndex((line) => !line.startsWith('#'));
  const head = firstPrinted === -1 ? lines : lines.slice(0, firstPrinted);
  const body = firstPrinted === -1 ? [] : lines.slice(firstPrinted);
  const instruction = (name: string): string | null =>
    head.map((line) => new RegExp(`^# ${name}: (.+)$`, 'u').exec(line)?.[1] ?? null).find((value) => value !== null) ??
    null;
  const stderr = instruction('stderr');
  const timeout = instruction('timeout');
  return {
    exit: wholeNumber(instruction('exit') ?? '0'),
    timeoutSeconds: timeout === null ? null : wholeNumber(timeout),
    interruptAfter: instruction('ctrl-c'),
    inputs: head.flatMap((line) => /^# stdin: (.*)$/u.exec(line)?.[1] ?? []),
    stderr: stderr === null ? /^$/u : new RegExp(stderr, 'u'),
    groups: groupsOf(body),
  };
}

/** Says in one sentence how `stdout` differs from what was expected, or null when it does not. */
export function difference(expectation: Expectation, stdout: string): string | null {
  const printed = stdout === '' ? [] : stdout.replace(/\n$/, '').split('\n');
  let furthest = 0;
  const matchFrom = (group: number, at: number): boolean => {
    furthest = Math.max(furthest, at);
    const expected = expectation.groups[group];
    if (expected === undefined) return at === printed.length;
    switch (expected.kind) {
      case 'one':
        return at < printed.length && expected.line.matches(printed[at] ?? '') && matchFrom(group + 1, at + 1);
      case 'many': {
        let end = at;
        while (end < printed.length && expected.line.matches(printed[end] ?? '')) end += 1;
        // Gives back a line at a time, for the next group may want it.
        for (; end > at; end -= 1) if (matchFrom(group + 1, end)) return true;
        return false;
      }
      case 'anyOrder': {
        const end = at + expected.lines.length;
        return pairsUp(expected.lines, printed.slice(at, end)) && matchFrom(group + 1, end);
      }
    }
  };
  if (matchFrom(0, 0)) return null;
  const expectedLines = expectation.groups
    .flatMap((g) => (g.kind === 'anyOrder' ? g.lines : [g.line]))
    .map((line) => line.source);
  const found = printed[furthest];
  const where =
    found === undefined ? `the output ends after ${printed.length} lines` : `line ${furthest + 1} is “${found}”`;
  return `${where}; expected in all:\n${expectedLines.join('\n')}\nprinted in all:\n${printed.join('\n')}`;
}

function groupsOf(body: readonly string[]): readonly LineGroup[] {
  const groups: LineGroup[] = [];
  for (const line of body) {
    const last = groups.at(-1);
    if (line.startsWith('* ')) groups.push({ kind: 'many', line: expectedLine(line.slice(2)) });
    else if (!line.startsWith('~ ')) groups.push({ kind: 'one', line: expectedLine(line) });
    else if (last?.kind === 'anyOrder')
      groups[groups.length - 1] = { kind: 'anyOrder', lines: [...last.lines, expectedLine(line.slice(2))] };
    else groups.push({ kind: 'anyOrder', lines: [expectedLine(line.slice(2))] });
  }
  return groups;
}

const bounds = /<(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)>/gu;

function expectedLine(source: string): ExpectedLine {
  const ranges = [...source.matchAll(bounds)].map(([, from, to]) => ({ from: Number(from), to: Number(to) }));
  let next = 0;
  const pattern = new RegExp(`^(?:${source.replace(bounds, () => `(?<n${next++}>-?[\\d,]+(?:\\.\\d+)?)`)})$`, 'u');
  const matches = (printed: string): boolean => {
    const match = pattern.exec(printed);
    return match !== null && ranges.every(({ from, to }, index) => within(match.groups?.[`n${index}`], from, to));
  };
  return { source, matches };
}

function within(digits: string | undefined, from: number, to: number): boolean {
  const value = Number((digits ?? 'none').replaceAll(',', ''));
  return value >= from && value <= to;
}

function pairsUp(expected: readonly ExpectedLine[], printed: readonly string[]): boolean {
  const [first, ...others] = expected;
  if (first === undefined) return printed.length === 0;
  return printed.some((line, index) => first.matches(line) && pairsUp(others, printed.toSpliced(index, 1)));
}

function wholeNumber(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new Error(`Expected a whole number, found “${text}”.`);
  return Number(text);
}
