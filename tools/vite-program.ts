import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { pack } from '../src/lab/workbench/program.ts';
import { canBeChecked } from '../src/lab/workbench/unsteppable.ts';
import { highlight } from './highlight.ts';

const unpacker = fileURLToPath(new URL('../src/lab/workbench/program.ts', import.meta.url));
const suffix = '?program';

/** `import p from './p.py?program'` gives `{ name, html }`: the file highlighted, so that no grammar is shipped, packed in the build and unpacked in the page; of a program with threads also `checkable`. `sourceOf` in lab/ turns it back. */
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
      const rest = { name: basename(file), ...(canBeChecked(source) && { checkable: true }) };
      return `import { unpack } from ${JSON.stringify(unpacker)};
export default { ...${JSON.stringify(rest)}, html: unpack(${JSON.stringify(pack(html))}) };`;
    },
  };
}
