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
