import { amdahlSpeedup, fitSerialFraction, type SpeedupPoint } from '../../core/experiment/amdahl';
import type { SweepParams, SweepStrategy } from '../../core/engines/counting';
import type { Fact, StrategyReport } from '../../core/experiment/experiment';
import { formatDuration, formatRatio } from '../../core/base/format';
import type { Pace } from '../../core/engines/pace';
import { isSteady, tieRatio } from '../../core/base/statistics';
import type { Millis } from '../../core/base/time';
import { calibrateCounting, checkResult, shareOut, withCounters, type CounterClient } from './counterWorkers';
import { reportedCores } from '../environment';
import { epochNow } from '../../core/base/clock';
import type { RunContext, RunStrategy } from './strategy';
import { SweepLanes } from './sweepLanes';

/** More workers than this are not swept unless asked for. */
const mostByItself = 16;
/** Small enough that the last ones end nearly together, large enough that handing them out costs nothing. */
const pieceMs: Millis = 8;

/** The work of one measurement, in pieces that any worker may take. */
interface Pieces {
  readonly serial: readonly Piece[];
  readonly parallel: readonly Piece[];
}
interface Piece {
  readonly index: number;
  readonly steps: number;
  readonly seed: number;
}

function cut(workMs: Millis, serialPercent: number, stepsPerMs: number): Pieces {
  const count = Math.max(1, Math.round(workMs / pieceMs));
  const serialCount = Math.round((count * serialPercent) / 100);
  const pieces = Array.from({ length: count }, (_, index) => ({
    index,
    steps: Math.round((workMs * stepsPerMs) / count),
    seed: index + 1,
  }));
  return { serial: pieces.slice(0, serialCount), parallel: pieces.slice(serialCount) };
}

/** Does all the work once, and says how long it took: first the serial part on one worker, then the rest on all of them. */
async function measure(
  crew: readonly CounterClient[],
  pieces: Pieces,
  pace: Pace,
  lanes: SweepLanes,
  onPiece: () => void,
): Promise<Millis> {
  const count = async (counter: CounterClient, { steps, seed, index }: Piece): Promise<void> => {
    const order = { lane: null, label: '', steps, seed, pace };
    checkResult({ steps, seed, index }, await counter.call((remote) => remote.countTask(order)));
    onPiece();
  };
  const from = epochNow();
  if (pieces.serial.length > 0) {
    lanes.serial(crew.length);
    await shareOut(crew.slice(0, 1), pieces.serial, 1, count);
  }
  lanes.parallel(crew.length);
  // One piece ahead, so that no worker waits for the page, which may be drawing.
  await shareOut(crew, pieces.parallel, 1, count);
  lanes.rest();
  return epochNow() - from;
}

async function sweep(params: SweepParams, context: RunContext): Promise<StrategyReport> {
  const openedAt = epochNow();
  const { signal } = context;
  const { pace } = await calibrateCounting(signal);
  const most = params.maxWorkers > 0 ? params.maxWorkers : Math.min(mostByItself, 2 * reportedCores());
  const pieces = cut(params.workMs, params.serialPercent, pace.stepsPerMs);

  return await withCounters(most, signal, async (counters) => {
    const startedAt = context.begin();
    const lanes = new SweepLanes(context, most, startedAt);
    let done = 0;
    // One worker is timed three times, every other number once.
    const toDo = (pieces.serial.length + pieces.parallel.length) * (most + 2);
    const onPiece = (): void => context.progress((done += 1) / toDo);
    const time = (workers: number): Promise<Millis> =>
      measure(counters.slice(0, workers), pieces, pace, lanes, onPiece);

    const aloneMs = Math.min(await time(1), await time(1));
    const points: SpeedupPoint[] = [];
    const add = (workers: number, speedup: number): void => {
      points.push({ workers, speedup });
      context.plot('Measured', workers, speedup);
      context.plot('Ideal', workers, workers);
      if (params.serialPercent > 0)
        context.plot(`Law for ${params.serialPercent} %`, workers, amdahlSpeedup(params.serialPercent / 100, workers));
    };
    add(1, 1);
    for (let workers = 2; workers <= most; workers += 1) add(workers, aloneMs / (await time(workers)));
    const aloneAgainMs = await time(1);

    const elapsedMs = epochNow() - startedAt;
    lanes.end();
    const fit = most > 1 ? fitSerialFraction(points) : null;
    if (fit !== null)
      for (const { workers } of points) context.plot('Fitted', workers, amdahlSpeedup(fit.serialFraction, workers));
    const steady = isSteady(aloneMs, aloneAgainMs);
    return {
      elapsedMs,
      workers: most,
      prepareMs: startedAt - openedAt,
      facts: [
        ...speedupFacts(points),
        ...(fit === null
          ? []
          : [
              { label: 'Serial part that fits best', value: Math.round(fit.serialFraction * 100), unit: '%' },
              {
                label: 'What the fit leaves unexplained',
                value: Math.round(fit.residual * 100),
                unit: '% of the time alone',
              },
            ]),
        { label: 'One worker at the start (best of 2)', value: Math.round(aloneMs), unit: 'ms' },
        {
          label: 'One worker at the end',
          value: Math.round(aloneAgainMs),
          unit: 'ms',
          ...(steady ? {} : { tone: 'bad' }),
        },
      ],
      finding: speedupFinding(points),
      problems: steady
        ? []
        : [
            `One worker took ${formatDuration(aloneMs)} at the start and ${formatDuration(aloneAgainMs)} at the end: something else used this machine meanwhile. Run it again when it is quieter.`,
          ],
      how: [
        `The same work on 1 to ${most} workers, for one number of workers after the other; each worker took pieces of about ${formatDuration(params.workMs / (pieces.serial.length + pieces.parallel.length))} from one list.`,
        ...(pieces.serial.length > 0
          ? [
              `The first ${params.serialPercent} % of the pieces were done by one worker, and only then did the others begin.`,
            ]
          : []),
        'The fitted line is Amdahl’s law for the serial part that comes nearest to what was measured. It knows only one reason for a limit, the serial part, so it also counts as serial what is really a lack of cores.',
        `Speed-ups within ${Math.round((tieRatio - 1) * 100)} % of each other are to be read as equal.`,
      ],
    };
  });
}

/** The best speed-up, and the fewest workers that cannot be told from it. */
function bestOf(points: readonly SpeedupPoint[]): { readonly best: SpeedupPoint; readonly enough: SpeedupPoint } {
  const best = points.reduce((a, b) => (b.speedup > a.speedup ? b : a), { workers: 1, speedup: 1 });
  return { best, enough: points.find(({ speedup }) => speedup * tieRatio >= best.speedup) ?? best };
}

const workersText = (workers: number): string => (workers === 1 ? '1 worker' : `${workers} workers`);

function speedupFinding(points: readonly SpeedupPoint[]): string {
  const { best, enough } = bestOf(points);
  if (enough.workers === 1) return 'more workers were not clearly faster than one.';
  const already = enough.workers === best.workers ? '' : ` ${workersText(enough.workers)} were about as good.`;
  return `${workersText(best.workers)} were ${formatRatio(best.speedup)} times as fast as one.${already}`;
}

/** The best speed-up, and the fewest workers that cannot be told from it. */
function speedupFacts(points: readonly SpeedupPoint[]): readonly Fact[] {
  const { best, enough } = bestOf(points);
  return [
    { label: 'Best speed-up', value: `${formatRatio(best.speedup)} times, with ${workersText(best.workers)}` },
    {
      label: 'About as good (within 15 %)',
      value: enough.workers === best.workers ? 'no smaller number of workers' : `${enough.workers} workers and more`,
    },
  ];
}

export const strategies: Readonly<Record<SweepStrategy, RunStrategy<SweepParams>>> = { sweep };
