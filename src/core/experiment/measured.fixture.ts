import { epochMs } from '../base/clock';
import { measuredOf, type Measured } from './measured';

/** One run of each strategy, which printed this. */
export const measuredPrinting = (printed: Readonly<Record<string, string>>): Measured =>
  measuredOf(
    Object.entries(printed).map(([strategy, text]) => ({
      strategy,
      params: {},
      startedAt: epochMs(0),
      outcome: {
        status: 'finished',
        report: { elapsedMs: 1000, workers: 1, prepareMs: 0, facts: [], problems: [], how: [], printed: text },
        trace: [],
        points: [],
      },
      conditions: { isolated: true, clockResolutionMs: 0.005, hidden: false },
    })),
  );
