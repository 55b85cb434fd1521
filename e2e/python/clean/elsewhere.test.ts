/** A few pairs of all kinds, where the browser or the page can do less. */
import { describe, expect, it } from 'vitest';
import { pythonForTests } from '../tab';
import { lastChildRunsTo, runsTo } from './inPage';
import { asChild, pairs } from './pairs';

describe.each([
  ['Firefox', { browser: 'firefox' }],
  ['a page without shared memory', { isolation: false }],
  ['a browser that cannot suspend WebAssembly', { stackSwitching: false }],
] as const)('in %s', (_, how) => {
  const other = pythonForTests(how);

  /** These need no thread. */
  const names = [
    'json_defaults',
    'random_functions',
    'codecs_search',
    'modules_emptied',
    'gc_settings',
    'builtins_deleted',
    'audit_hook_prints',
    'descriptors_closed',
    'library_overwritten',
    'generators_left',
    'small_int_by_ctypes',
    'kernel_encoder',
  ];
  it.each(names)('%s', { timeout: 180_000 }, async (name) => {
    const pair = pairs.find((one) => one.name === name);
    if (pair === undefined) throw new Error(`There is no pair ${name}.`);
    await other.run(pair.first, { timeoutMs: 20_000 });
    const run = await runsTo(other, pair.second);
    const canHaveChildren = !('stackSwitching' in how) && pair.modes.includes('children');
    const child = canHaveChildren ? await lastChildRunsTo(other, [pair.first, pair.second]) : asChild(pair.expected);
    expect([run, child]).toEqual([pair.expected, asChild(pair.expected)]);
  });
});
