import type { PageResult, PageTask } from '../../core/engines/downloads';
import type { StrategyReport } from '../../core/experiment/experiment';

interface Done {
  readonly tasks: readonly PageTask[];
  readonly own: boolean;
  readonly results: readonly PageResult[];
  /** What was wrong before anything was fetched. */
  readonly problems: readonly string[];
  /** What the strategy did, in one sentence. */
  readonly how: string;
  readonly atOnce: number;
}

/** A browser opens no more connections than this to one server that speaks HTTP/1.1. */
const mostConnections = 6;

/** Puts what happened to the pages into the words of a report, in the order of the pages. */
export function reportDownloads({
  tasks,
  own,
  results,
  problems,
  how,
  atOnce,
}: Done): Pick<StrategyReport, 'facts' | 'problems' | 'how'> {
  const order = new Map(tasks.map((task, index) => [task.name, index]));
  const inOrder = [...results].sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
  const arrived = inOrder.filter((result) => result.status === 'arrived');
  const failed = inOrder.filter((result) => result.status === 'failed');
  const slowest = Math.max(0, ...arrived.map((result) => result.elapsedMs));
  return {
    facts: [
      { label: 'Pages', value: arrived.length, unit: 'pages' },
      { label: 'Failed', value: failed.length, unit: 'pages', ...(failed.length > 0 ? { tone: 'bad' as const } : {}) },
      { label: 'Bytes', value: inOrder.reduce((sum, result) => sum + result.bytes, 0), unit: 'bytes' },
      { label: 'Slowest page', value: Math.round(slowest), unit: 'ms' },
    ],
    problems: [
      ...problems,
      ...failed.map((result) => `${result.name}: ${result.reason}`),
      ...mixedContent(tasks, failed),
    ],
    how: [how, ...sources(own, inOrder), ...connections(own, tasks, inOrder, atOnce)],
  };
}

function sources(own: boolean, results: readonly PageResult[]): string[] {
  if (own)
    return [
      'Your own addresses were fetched over the network, so the latency, jitter and failure rate above were not used.',
    ];
  const sources = new Set(results.map((result) => result.source));
  const failed = results.some((result) => result.status === 'failed');
  return [
    ...(sources.has('live')
      ? [
          'The service worker answered each request with a real streamed response after its latency; nothing went over the network.',
        ]
      : []),
    ...(sources.has('held')
      ? [
          `No service worker here: each page was fetched as a static file, and a timer held it back until its latency was over.${failed ? ' The failures were played by that timer.' : ''}`,
        ]
      : []),
  ];
}

function connections(
  own: boolean,
  tasks: readonly PageTask[],
  results: readonly PageResult[],
  atOnce: number,
): string[] {
  const overNetwork = own || results.some((result) => result.source === 'held');
  const hosts = tasks.map((task) => new URL(task.url).host);
  const most = Math.max(...hosts.map((host) => hosts.filter((other) => other === host).length));
  return overNetwork && Math.min(most, atOnce) > mostConnections
    ? [
        `To a server that speaks HTTP/1.1 a browser opens at most ${mostConnections} connections, so there the others wait for their turn.`,
      ]
    : [];
}

/** The one refusal whose reason is known. */
function mixedContent(tasks: readonly PageTask[], failed: readonly PageResult[]): string[] {
  const names = new Set(failed.map((result) => result.name));
  const refused =
    globalThis.location?.protocol === 'https:' &&
    tasks.some((task) => names.has(task.name) && task.url.startsWith('http:'));
  return refused
    ? [
        'This page came over https, and a browser lets such a page fetch from https addresses only. Write https in place of http.',
      ]
    : [];
}
