import { frozenScale } from '../../core/engines/calibration';
import { count, newCounter } from '../../core/engines/countingKernel';
import type { CountingParams, CountingResult } from '../../core/engines/counting';
import type { StrategyReport } from '../../core/experiment/experiment';
import { formatDuration } from '../../core/base/format';
import type { EpochMs } from '../../core/base/time';
import type { TraceEvent } from '../../core/trace/trace';
import { countingFacts, countingProof, planWork, taskLabel, workAt, type CountingWork } from './countingRun';
import { FrameCounter, pause } from './frames';
import { epochMs, epochNow } from '../../core/base/clock';
import type { RunContext } from './strategy';

const lane = 'page';
/** Enough for the loop to be compiled. */
const warmUpCalls = 300;
/** How long frames are watched before the page freezes and after, so that one sees what it lost. */
const watchMs = 250;

/** All tasks on the page's own thread, in one go: nothing is drawn and no key or click is heard meanwhile. */
export async function runOnThePage(params: CountingParams, context: RunContext): Promise<StrategyReport> {
  const openedAt = epochNow();
  const asked = await planWork(params, context.signal);
  const work = workAt(frozenScale(asked.scale, asked.calibration.pace.stepsPerMs), asked.calibration);
  for (let call = 0; call < warmUpCalls; call += 1) count(newCounter(0), 20_000);

  const frames = new FrameCounter();
  try {
    await pause(watchMs, context.signal);
    const startedAt = context.begin();
    const { results, events } = countAll(work, startedAt);
    const endedAt = epochNow();
    context.emit(events);
    context.progress(1);
    await pause(watchMs, context.signal);

    const elapsedMs = endedAt - startedAt;
    return {
      elapsedMs,
      workers: 0,
      prepareMs: startedAt - openedAt,
      facts: [
        ...countingFacts(work, results, elapsedMs),
        { label: 'Frames drawn meanwhile', value: frames.between(startedAt, endedAt), unit: 'frames', tone: 'bad' },
        {
          label: 'Longest time without a frame',
          value: Math.round(frames.longestGapMs(startedAt, endedAt)),
          unit: 'ms',
          tone: 'bad',
        },
        {
          label: 'Frames drawn before',
          value: Math.round((frames.between(epochMs(startedAt - watchMs), startedAt) * 1000) / watchMs),
          unit: 'frames/s',
        },
      ],
      finding: `the page drew no frame for ${formatDuration(frames.longestGapMs(startedAt, endedAt))}.`,
      problems: [],
      how: [
        'The page’s own thread did the 17 tasks, one after another, without a pause: nothing could be drawn, and a press of Stop could not be heard.',
        ...(work.scale < asked.scale
          ? [
              `So that the page would not stay frozen for too long, the work was cut to ${work.scale.toFixed(1)} × the numbers; the other strategies did more.`,
            ]
          : []),
        countingProof,
      ],
    };
  } finally {
    frames.stop();
  }
}

function countAll(
  work: CountingWork,
  startedAt: EpochMs,
): { readonly results: readonly CountingResult[]; readonly events: readonly TraceEvent<EpochMs>[] } {
  const events: TraceEvent<EpochMs>[] = [{ kind: 'start', at: startedAt, lane, laneKind: 'main', name: 'The page' }];
  const results = work.tasks.map((task) => {
    const counter = newCounter(task.seed);
    events.push({ kind: 'run', at: epochNow(), lane, label: taskLabel(task) });
    count(counter, task.steps);
    return counter;
  });
  events.push({ kind: 'end', at: epochNow(), lane, end: { status: 'finished' } });
  return { results, events };
}
