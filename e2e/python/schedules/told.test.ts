import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import type { Granularity, WatchedRun } from '../../../src/core/python/pythonSchedules';
import { namesIn } from '../../../src/lab/scheduler/explain/names';
import { factsOf } from '../../../src/lab/scheduler/explain/things';
import { sayStanding } from '../../../src/lab/scheduler/step/states';
import { sayWhatHappened } from '../../../src/lab/scheduler/step/sayStep';
import { tabForTests } from '../tab';

const page = tabForTests();
const watch = (source: string, granularity: Granularity, prefix: readonly number[], maxSteps = 200): Promise<WatchedRun> =>
  page.evaluate(
    async ([text, steps, chosen, most]) => {
      if (window.schedules === undefined) throw new Error('The page is not ready.');
      return window.schedules.replay(
        { source: text, fileName: 'program.py', granularity: steps, watch: [], mainFirst: true, accesses: true },
        chosen,
        { maxSteps: most },
      );
    },
    [source, granularity, prefix, maxSteps] as const,
  );

it.each(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])('%s', { timeout: 60_000 }, async (name) => {
  let told;
  try { told = JSON.parse(readFileSync(`/tmp/m/${name}.json`, 'utf8')); } catch { return; }
  const { file, granularity, prefix } = told;
  const { moments, result } = await watch(readFileSync(file, 'utf8'), granularity, prefix);
  const lines: string[] = [];
  moments.forEach((moment, at) => {
    if (at > 0) lines.push('', `${at}: ${sayWhatHappened({ run: result, moments, codes: [], granularity }, at - 1, at)}`);
    moment.threads.forEach((_, thread) => lines.push(`   ${namesIn(moment).thread(thread)} ${sayStanding(moment, thread)}${moment.threads[thread]?.stack == null ? '' : ` [${moment.threads[thread]?.stack?.join(' | ')}]`}`));
    moment.things.forEach((thing, index) =>
      lines.push(`   ${thing.kind} ${thing.name}: ${factsOf(moment, index).map(({ words, threads }) => [words, ...threads.map((t) => namesIn(moment).thread(t))].join(' ')).join('; ')}`),
    );
    moment.loops.forEach((loop) => lines.push(`   ${JSON.stringify(loop)}`));
    moment.locks.forEach((lock) => lines.push(`   ${JSON.stringify(lock)}`));
  });
  console.log(`${file}\n${lines.join('\n')}\n${JSON.stringify(result.outcome)}`);
  expect(1).toBe(1);
});
