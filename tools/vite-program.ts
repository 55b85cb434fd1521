import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { canBeChecked } from '../src/lab/workbench/unsteppable.ts';
import { highlight } from './highlight.ts';

const suffix = '?program';

/** `import p from './p.py?program'` gives `{ name, html }`: the file highlighted, so that no grammar is shipped; of a program with threads also `checkable`. `sourceOf` in lab/ turns it back. */
export function programs(): Plugin {
  return {
    name: 'timeslice:program',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const file = id.slice(0, -suffix.length);
      this.addWatchFile(file);
      const source = await readFile(file, 'utf8');
      const html = await highlight(source, 'python');
      return `export default ${JSON.stringify({ name: basename(file), html, ...(canBeChecked(source) && { checkable: true }) })};`;
    },
  };
}
