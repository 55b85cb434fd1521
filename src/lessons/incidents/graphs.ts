import * as v from 'valibot';
import type { GraphLine } from '../../lab/incident/RecordedGraph';

const point = v.tuple([v.number(), v.number()]);
const row = v.object({
  python: v.string(),
  implementation: v.string(),
  build: v.optional(v.string()),
  cores: v.number(),
  os: v.string(),
  note: v.optional(v.string()),
  date: v.pipe(v.string(), v.isoDate()),
  /** By program and series: x and y of each point, in order of x. */
  graphs: v.record(v.string(), v.record(v.string(), v.pipe(v.array(point), v.minLength(2)))),
});
/** What one Python printed for all graphs. */
export type GraphRow = v.InferOutput<typeof row>;

/** Reads what `npm run record -- --graphs` wrote. @throws a `ValiError` where that is something else. */
export const parseGraphs = (text: string): readonly GraphRow[] => v.parse(v.array(row), JSON.parse(text));

/** How the graph of an incident is drawn. */
export interface GraphShape {
  readonly title: string;
  /** The program that prints its points. */
  readonly program: string;
  /** What was changed in it for the recording. */
  readonly edit?: string;
  readonly x: string;
  readonly y: string;
  readonly step: boolean;
  /** Drawn from this row alone, or each Python with its own series. */
  readonly from: 'with the GIL' | 'each Python';
}

/** By incident. */
export const shapes: Readonly<Record<string, GraphShape>> = {
  seat: {
    title: 'Too many tickets, for 200 seats',
    program: 'seats_sold_twice',
    x: 'windows that sell at one time',
    y: 'tickets for seats that were sold',
    step: false,
    from: 'with the GIL',
  },
  freeze: {
    title: 'How long an answer takes',
    program: 'answers_with_pauses',
    x: 'seconds, of which each is a minute of the real service',
    y: 'ms, the slowest of each tenth of a second',
    step: true,
    from: 'with the GIL',
  },
  friday: {
    title: 'Reports that are asked for and not made',
    program: 'reports_waiting',
    x: 'seconds, with a new report every tenth of a second',
    y: 'reports',
    step: true,
    from: 'with the GIL',
  },
  growth: {
    title: 'Memory of the shop',
    program: 'memory_of_receipts',
    x: 'receipts',
    y: 'MB',
    step: false,
    from: 'with the GIL',
  },
  hits: {
    title: 'Hits that are not counted, of four million',
    program: 'hits_lost',
    edit: 'HITS = 4_000_000',
    x: 'workers',
    y: 'hits',
    step: false,
    from: 'each Python',
  },
  goodbye: {
    title: 'Messages over ten restarts',
    program: 'messages_lost',
    x: 'restarts',
    y: 'messages',
    step: true,
    from: 'with the GIL',
  },
};

/** The lines of a graph, and the Pythons that they come from. */
export function linesOf(
  rows: readonly GraphRow[],
  { program, from }: GraphShape,
): { readonly lines: readonly GraphLine[]; readonly pythons: readonly GraphRow[] } {
  const isFree = ({ implementation }: GraphRow): boolean => implementation.includes('free-threaded');
  const [withGil, free] = [rows.filter((one) => !isFree(one)).slice(-1), rows.filter(isFree).slice(-1)];
  const pythons = from === 'each Python' ? [...withGil, ...free] : withGil;
  const lines = pythons.flatMap(({ graphs }) =>
    Object.entries(graphs[program] ?? {}).map(([name, points]) => ({
      name,
      points: points.map(([x, y]) => ({ x, y })),
    })),
  );
  return { lines, pythons };
}
