import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pythonFolder, type PythonFileList } from '../../core/python/python';
import { snapshotAddress } from './pythonSnapshot';

const file = { name: '', bytes: 0, sha256: '0123456789abcdef', type: '' };
const files = { loader: file, glue: file, module: file, library: file, bridge: file, kernel: file } as PythonFileList;

/** Node asks for it at each question. */
const liveIn = (zone: string): void => void vi.stubEnv('TZ', zone);

beforeEach(() => {
  vi.stubGlobal('location', new URL('https://site.invalid/'));
  vi.stubEnv('DEV', true);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('a snapshot is of one time zone, and of what holds there this year', () => {
  liveIn('Asia/Tokyo');
  const inTokyo = snapshotAddress(files);
  liveIn('Europe/Berlin');
  const inBerlin = snapshotAddress(files);
  expect(inTokyo).toContain(`${pythonFolder}snapshot-`);
  expect([inTokyo, inBerlin].map((address) => decodeURIComponent(address).split('-01234567-').at(-1))).toEqual([
    'Asia/Tokyo,-540,-540',
    'Europe/Berlin,-60,-120',
  ]);
  // The cache gives addresses back as the browser writes them.
  expect(new URL(inBerlin).href).toBe(inBerlin);
});
