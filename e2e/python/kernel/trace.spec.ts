import { checkTrace } from '../../../src/core/trace/spansCheck.fixture';
import type { Trace } from '../../../src/core/trace/trace';
import { spansOf } from '../../../src/core/trace/spans';
import { laneStats } from '../../../src/core/trace/traceStats';
import { expect, test } from '../../support/python';
import { runCheck } from './running';

test.describe('The trace', () => {
  const laneNames = (events: Trace): readonly string[] =>
    events.flatMap((event) => (event.kind === 'start' ? [`${event.laneKind}: ${event.name}`] : []));

  for (const name of ['locks', 'threads', 'pools', 'loops', 'turns']) {
    test(`of ${name}.py is sound, and shows one lane at a time with the GIL`, async ({ python }) => {
      const { events } = await runCheck(await python(), name, 'full');
      expect(events.length).toBeGreaterThan(50);
      expect(checkTrace(events, { ended: true })).toEqual([]);
      expect(laneStats(spansOf(events)).overlap.running.most).toBe(1);
    });
  }

  test('has a lane for the event loop and each task, and says what they wait for', async ({ python }) => {
    const { events, outcome } = await (
      await python()
    ).run(
      [
        'import asyncio, time',
        'gate = asyncio.Lock()',
        'async def sleeper():',
        '    async with gate:',
        '        await asyncio.sleep(0.02)',
        '    raise ValueError("no")',
        'async def blocker():',
        '    await asyncio.sleep(0)',
        '    time.sleep(0.01)',
        '    async with gate:',
        '        pass',
        'async def main():',
        '    endless = asyncio.create_task(asyncio.sleep(100), name="endless")',
        '    await asyncio.gather(sleeper(), blocker(), return_exceptions=True)',
        '    endless.cancel()',
        'asyncio.run(main())',
      ].join('\n'),
    );
    expect(outcome.status).toBe('finished');
    expect(checkTrace(events, { ended: true })).toEqual([]);
    expect(laneNames(events)).toEqual([
      'main: MainThread',
      'loop: Task-1 (main)',
      'loop: event loop',
      'loop: endless',
      'loop: Task-2 (sleeper)',
      'loop: Task-3 (blocker)',
    ]);
    const of = (lane: string): readonly string[] =>
      spansOf(events)
        .find(({ name }) => name === lane)
        ?.spans.map(({ state, label }) => `${state} ${label}`.trim()) ?? [];
    expect(of('Task-2 (sleeper)')).toEqual([
      'ready its turn in the event loop',
      'running',
      'waiting sleep 0.02 s',
      'ready its turn in the event loop',
      'running',
    ]);
    // A blocking sleep is the task's, and the loop is blocked by it.
    expect(of('Task-3 (blocker)')).toContain('waiting sleep');
    expect(of('Task-3 (blocker)')).toContain('blocked gate');
    expect(of('Task-1 (main)')).toContain('blocked 2 tasks');
    expect(of('event loop')).toContain('blocked Task-3');
    expect(of('MainThread')).toContain('waiting its event loop');
    const ends = Object.fromEntries(
      events.flatMap((event) => (event.kind === 'end' ? [[event.lane, event.end.status]] : [])),
    );
    expect(ends).toMatchObject({ 'task-2': 'stopped', 'task-3': 'failed', 'task-4': 'finished', 'loop-1': 'finished' });
  });

  test('of ten thousand tasks stays small', async ({ python }) => {
    const { events, outcome } = await (
      await python()
    ).run(
      'import asyncio\nasync def main():\n    await asyncio.gather(*(asyncio.sleep(0.1) for _ in range(10_000)))\nasyncio.run(main())',
    );
    expect(outcome.status).toBe('finished');
    // Besides what is drawn of the tasks, three for each of the 2,000 callbacks that are told of.
    expect(events.length).toBeLessThan(1500 + 3 * 2000);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'note', text: '9,977 more tasks have no lane of their own' }),
    );
  });
});
