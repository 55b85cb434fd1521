/** A Python file of a lesson, highlighted at build time (`import p from './p.py?program'`). */
export interface Program {
  /** The file's name, `downloads_threaded.py`. */
  readonly name: string;
  /** Its text as HTML, with classes and no styles. `sourceOf` gives the text itself. */
  readonly html: string;
  /** It starts threads whose schedules can all be tried: `canBeChecked` its text. */
  readonly checkable?: true;
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};

/** The text of a program, from its highlighted HTML: shipping both would double it. Ends with one newline, as the file does. */
export function sourceOf({ html }: Program): string {
  const text = html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|[a-z]+);/gi, (entity, hex: string | undefined, decimal: string | undefined) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return entities[entity] ?? entity;
    });
  return `${text}\n`;
}

/** What highlighted code may be made of: the ends of its classes `tok-…`. */
const kinds = ['keyword', 'string', 'string-expression', 'function', 'constant', 'comment'];
const endOfSpan = '\u0001';
/** The first kind's mark; the others follow it. None of these characters stands in a program. */
const firstMark = 2;

/** Highlighted code with one character for each tag: a third of its size, and a fifth less when it is compressed. @throws an `Error` for a tag that is not of highlighted code. */
export function pack(html: string): string {
  return html.replaceAll(/<[^<>]*>/g, (tag) => {
    if (tag === '</span>') return endOfSpan;
    const kind = kinds.indexOf(/^<span class="tok-([a-z-]+)">$/.exec(tag)?.[1] ?? '');
    if (kind < 0)
      throw new Error(`Highlighted code has the tag ${tag}, which has no mark in src/lab/workbench/program.ts.`);
    return String.fromCodePoint(firstMark + kind);
  });
}

/** The code that was packed. */
export function unpack(packed: string): string {
  // oxlint-disable-next-line no-control-regex -- the marks, and nothing that a program has
  return packed.replaceAll(/[\u0001-\u0007]/g, (mark) =>
    mark === endOfSpan ? '</span>' : `<span class="tok-${kinds[mark.charCodeAt(0) - firstMark]}">`,
  );
}
