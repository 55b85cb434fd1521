import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { hasPython, python } from '../../../../../tools/native';
import { smallerThan } from './smaller';

const src = fileURLToPath(new URL('../../../..', import.meta.url));
const compare = fileURLToPath(new URL('constants_alone.py', import.meta.url));

/** Each program of the site that has a smaller one, with that. */
const pairs = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.py') && !path.startsWith('python'))
  .map((path) => readFileSync(join(src, path), 'utf8'))
  .flatMap((before) => {
    const smaller = smallerThan(before);
    return smaller === null ? [] : [[before, smaller.source] as const];
  });

it.skipIf(!hasPython && !process.env['CI'])(
  'differs from the program in whole numbers alone, as CPython reads them',
  () => {
    expect(pairs.length).toBeGreaterThan(30);
    const { stdout, stderr } = spawnSync(python, [compare], { input: JSON.stringify(pairs), encoding: 'utf8' });
    expect(stderr).toBe('');
    const found: unknown = JSON.parse(stdout);
    if (!Array.isArray(found)) throw new Error('It answers with a list.');
    for (const [index, numbers] of found.entries()) {
      expect({ program: pairs[index]?.[0], numbers }).toMatchObject({ numbers: expect.any(Array) });
      for (const [before, after] of numbers) expect(after).toBeLessThan(before);
    }
  },
);
