import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NativeRun } from '../src/lab/experiment/native/nativeRun';
import { hasPython, python } from './native';

const program = `
import threading, time

def compute():
    total = 0
    for number in range(2_000_000):
        total += number

threads = [
    threading.Thread(target=compute, name="computes"),
    threading.Thread(target=time.sleep, args=(0.3,), name="sleeps"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`;

/** How long a thread was asleep. */
const asleepMs = ({ spans, toMs }: NativeRun['lanes'][number]): number =>
  spans.reduce((sum, [state, at], index) => sum + (state === 'asleep' ? (spans[index + 1]?.[1] ?? toMs) - at : 0), 0);

describe.skipIf(!hasPython || !existsSync('/proc/self/schedstat'))('the recorder of native timelines', () => {
  it('tells who slept and who was on a core', () => {
    const folder = mkdtempSync(join(tmpdir(), 'timeline-'));
    try {
      const path = join(folder, 'program.py');
      writeFileSync(path, program);
      const written = execFileSync(python, ['tools/native-timeline.py', python, path], { encoding: 'utf8' });
      const run = JSON.parse(written) as NativeRun;
      expect(run.lanes.map(({ name }) => name)).toEqual(['Main thread', 'computes', 'sleeps']);
      const [, computes, sleeps] = run.lanes;
      // It is on a core when it begins and when it wakes, and a busy system may look late.
      const asleep = sleeps === undefined ? 0 : asleepMs(sleeps);
      expect(asleep).toBeGreaterThan(150);
      expect(asleep).toBeGreaterThan(2 * (sleeps?.onCoreMs ?? Infinity));
      expect(computes?.onCoreMs).toBeGreaterThan(2 * (sleeps?.onCoreMs ?? 0));
      expect(computes?.spans.map(([state]) => state)).not.toEqual(['asleep']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
