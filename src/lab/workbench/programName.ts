import { shorten } from '../../core/base/shorten';
import { libraryNames } from './libraryNames';

/** What a name may have at most, without its `.py`. */
const longestStem = 60;

/** A name that Python's tracebacks, an address and a download can carry, made of another. */
export function fileNameFrom(name: string): string {
  const stem = name
    .replace(/\.\w+$/, '')
    .replaceAll(/[^\w-]+/g, '_')
    .slice(0, longestStem);
  return `${/^_*$/.test(stem) ? 'program' : stem}.py`;
}

export type CheckedName =
  { readonly status: 'ok'; readonly name: string } | { readonly status: 'bad'; readonly reason: string };

const bad = (reason: string): CheckedName => ({ status: 'bad', reason });

/** The file name that a reader typed for a program, with or without its `.py`; or why it cannot be, and what can. */
export function checkName(typed: string): CheckedName {
  const name = typed.trim();
  if (name === '' || name === '.py') return bad('A program needs a name, for example race.py.');
  const stem = name.replace(/\.py$/, '');
  if (stem.length > longestStem)
    return bad(`That name has ${stem.length} characters; at most ${longestStem} are possible.`);
  if (!/^[\w-]+$/.test(stem))
    return bad(
      `A name may have the letters a to z, digits, _ and -, and ends in .py: ${fileNameFrom(shorten(name, longestStem))} would do.`,
    );
  if (libraryNames.has(stem))
    return bad(
      `Beside a file called ${stem}.py, “import ${stem}” would import that file and not Python’s own module ${stem}: my_${stem}.py would do.`,
    );
  return { status: 'ok', name: `${stem}.py` };
}
