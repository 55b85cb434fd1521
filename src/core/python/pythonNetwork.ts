import { assertNever } from '../base/assertNever';
import { formatDuration } from '../base/format';
import { listInWords } from '../base/shorten';
import type { PageRequest } from '../engines/pages';
import type { Millis } from '../base/time';

/** What a program asks of the network. */
export interface PythonRequest {
  /** In full, `http:` or `https:`. */
  readonly url: string;
  /** In capitals. */
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** How long nothing may come before the request is given up; null for ever. */
  readonly timeoutMs: Millis | null;
}

/**
 * Who answered: another site; a page of this one that the program named itself; or this site in another's place, by its service
 * worker or, where there is none, by a timer.
 */
export type AnsweredBy = 'network' | 'own page' | 'service worker' | 'timer';

/**
 * Why there is no answer: `unresolved` (a name that stands for nothing), `refused` (by the reader, or by this page), `unreachable`,
 * `timeout` (nothing came in time), `stalled` (it began, and did not go on in time), `broken` (the body broke off), `tooLong`.
 */
export type FetchProblem = 'unresolved' | 'refused' | 'unreachable' | 'timeout' | 'stalled' | 'broken' | 'tooLong';

/** What the program is told. */
export type PythonAnswer =
  | {
      readonly status: 'answered';
      /** Where it came from in the end. */
      readonly url: string;
      readonly code: number;
      /** Empty where the protocol has none. */
      readonly reason: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
      readonly body: Uint8Array<ArrayBuffer>;
      /** From the request to its first byte. */
      readonly firstByteMs: Millis;
      readonly by: AnsweredBy;
    }
  | { readonly status: 'failed'; readonly problem: FetchProblem; readonly words: string };

/** A mailbox is two numbers in shared memory: one of these, and how many bytes the answer has. See runtime/python/mailboxes.ts. */
export const mailboxStates = { empty: 0, announced: 1, delivered: 2 } as const;

/** One request that was answered, for the words that say what really ran. */
export interface PythonFetched {
  /** As the program named it, `www.python.org`, or where a redirect led. */
  readonly host: string;
  readonly by: AnsweredBy;
  readonly elapsedMs: Millis;
}

/** What the network's worker is asked. */
export interface NetworkTask {
  readonly request: PythonRequest;
  /** Set where this site answers in another's place. */
  readonly place: PlayedPlace | null;
  /** Whether the address is one of this site's own pages. */
  readonly own: boolean;
}

/** How this site answers in another's place. */
export interface PlayedPlace {
  /** The page, and its own address on this site. */
  readonly page: PageRequest;
  readonly pageUrl: string;
  /** The status to answer with, and nothing else; null for the page. */
  readonly code: number | null;
}

/** The worker that reaches other sites for Python. */
export interface NetworkDoor {
  /** Resolves when it can be asked. */
  ready(): Promise<void>;
  /** Never rejects. A request that was abandoned fails as `unreachable`, which nobody hears. */
  fetch(id: number, task: NetworkTask): Promise<PythonAnswer>;
  abandon(id: number): void;
}

/** Says, where it was so, that this site answered in the place of others; null where it did not. */
export function playedWords(all: readonly PythonFetched[]): string | null {
  const hosts = [...new Set(all.flatMap(({ host, by }) => (by === 'service worker' || by === 'timer' ? [host] : [])))];
  if (hosts.length === 0) return null;
  if (hosts.length === 1)
    return `A page of this site answered in the place of ${listInWords(hosts)}, which was not asked.`;
  return `Pages of this site answered in the place of ${listInWords(hosts)}, which were not asked.`;
}

/** Who answered a run's requests and after how long, one sentence for each way, for "what really ran". */
export function fetchedWords(all: readonly PythonFetched[]): readonly string[] {
  return ways.flatMap((by) => {
    const those = all.filter((one) => one.by === by);
    const hosts = [...new Set(those.map(({ host }) => host))];
    return hosts.length === 0
      ? []
      : [
          wordsFor(
            by,
            listInWords(hosts.map((host) => `${host} (${timesOf(those.filter((one) => one.host === host))})`)),
            hosts.length,
          ),
        ];
  });
}

const ways: readonly AnsweredBy[] = ['network', 'own page', 'service worker', 'timer'];

function wordsFor(by: AnsweredBy, hosts: string, count: number): string {
  const played =
    count === 1 ? 'a page of this site answered in its place' : 'pages of this site answered in their place';
  switch (by) {
    case 'network':
      return `${hosts} answered over the network.`;
    case 'own page':
      return `${hosts}: pages of this site, which the program named.`;
    case 'service worker':
      return `${hosts}: ${played}, from the service worker; nothing went over the network.`;
    case 'timer':
      return `${hosts}: ${played}, by a timer, as there is no service worker here; nothing went over the network.`;
    default:
      return assertNever(by);
  }
}

/** `after 1.02 s`, or `after 1.02 s to 1.30 s`. */
function timesOf(all: readonly PythonFetched[]): string {
  const times = all.map((one) => one.elapsedMs);
  const [least, most] = [formatDuration(Math.min(...times)), formatDuration(Math.max(...times))];
  return least === most ? `after ${least}` : `after ${least} to ${most}`;
}
