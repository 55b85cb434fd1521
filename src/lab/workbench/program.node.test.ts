import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../../tools/highlight.ts';
import { pack, sourceOf, unpack } from './program';

const lessons = join(import.meta.dirname, '../../lessons');
const files = readdirSync(lessons, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.py'));

describe('a highlighted program', () => {
  it('is there at all', () => expect(files.length).toBeGreaterThan(10));

  it.each(files)('%s turns back into its file, letter by letter, and packs without a loss', async (name) => {
    const source = readFileSync(join(lessons, name), 'utf8');
    const html = await highlight(source, 'python');
    expect(unpack(pack(html))).toBe(html);
    expect(sourceOf({ name, html })).toBe(source);
  });

  it('carries no style attribute, for the policy forbids them', async () => {
    expect(await highlight('def f(x: int) -> str:\n    return f"{x:>3} & <b>"  # why\n', 'python')).not.toContain(
      'style=',
    );
  });
});
