import type { Remote } from 'comlink';
import { assertNever } from '../../core/base/assertNever';
import type {
  FetchProblem,
  NetworkDoor,
  NetworkTask,
  PlayedPlace,
  PythonAnswer,
  PythonFetched,
  PythonRequest,
} from '../../core/python/pythonNetwork';
import { formatCount } from '../../core/base/format';
import { pagePath, type PageRequest } from '../../core/engines/pages';
import type { Millis } from '../../core/base/time';
import { isSameSite, reads, routeOf } from './addresses';
import { openWorker, type WorkerClient } from '../client';
import { siteRoot } from '../siteRoot';
import { epochNow } from '../../core/base/clock';

/** What a run asks of the network. */
export interface NetworkWishes {
  /** How late this site's pages answer in the place of others. */
  readonly pageLatencyMs?: Millis | undefined;
  /** Asks the reader whether the program may read from a site, `https://example.org`, or also send to it. Asked once a run for each; no answer is wanted when `withdrawn` resolves. */
  mayFetch?(origin: string, sends: boolean, withdrawn: Promise<void>): Promise<boolean>;
  /** Told of every request that was answered. */
  answered?(fetched: PythonFetched): void;
}

/** The requests of one run. */
export interface RunNetwork {
  /** Decides what becomes of a request, and performs it. Never rejects. */
  fetch(id: number, request: PythonRequest): Promise<PythonAnswer>;
  /** Gives up one that nobody waits for any more. */
  abandon(id: number): void;
  /** Gives up those with a number from `first` up to `limit`, and takes back what the reader is being asked for them alone. */
  abandonAll(first: number, limit: number): void;
  /** Gives up all that are under way. */
  end(): void;
}

/** About more sites no reader is asked in one run. */
const mostSites = 200;
/** More requests at once are refused: each thread makes one at a time, and there are a thousand of these. */
const mostRequests = 5000;

/** What the reader was asked. */
interface Asked {
  readonly answer: Promise<boolean>;
  /** The requests that wait for the answer; null when it is there. */
  waiting: Set<number> | null;
  withdraw(): void;
}

/**
 * The network for Python programs. A worker of its own performs the requests: the one with the program in it may reach no site.
 * It starts with the first request and stays for the next run.
 */
export class PythonNetwork {
  #client: WorkerClient<NetworkDoor> | null = null;
  #life = new AbortController();
  #nextTicket = 0;

  /** Opens the network for one run. */
  open(wishes: NetworkWishes): RunNetwork {
    const questions = new Map<string, Asked>();
    /** The worker's number of each request under way. */
    const tickets = new Map<number, number>();

    const begin = (key: string, origin: string, sends: boolean): Asked => {
      let withdraw = (): void => undefined;
      const withdrawn = new Promise<void>((resolve) => (withdraw = resolve));
      const asked: Asked = {
        answer: wishes.mayFetch?.(origin, sends, withdrawn) ?? Promise.resolve(false),
        waiting: new Set(),
        withdraw,
      };
      questions.set(key, asked);
      return asked;
    };
    const answerTo = async (id: number, asked: Asked): Promise<boolean> => {
      asked.waiting?.add(id);
      const answer = await asked.answer;
      asked.waiting = null;
      return answer;
    };
    const mayFetch = async (id: number, origin: string, sends: boolean): Promise<boolean> => {
      // A program that may send may read as well, but not the other way round.
      const maySend = sends ? undefined : questions.get(`send ${origin}`);
      if (maySend !== undefined && (await answerTo(id, maySend))) return true;
      if (!tickets.has(id)) return false;
      const key = `${sends ? 'send' : 'read'} ${origin}`;
      const asked = questions.get(key);
      if (asked === undefined && questions.size >= mostSites) return false;
      return answerTo(id, asked ?? begin(key, origin, sends));
    };
    const perform = async (id: number, task: NetworkTask): Promise<PythonAnswer> => {
      const ticket = tickets.get(id);
      if (ticket === undefined) return failed('unreachable', 'it was given up');
      const startedAt = epochNow();
      const answer = await this.#perform(ticket, task);
      if (answer.status === 'failed') return answer;
      const elapsedMs = epochNow() - startedAt;
      const refusal = await refusalOf(id, task.request.url, answer.url);
      if (refusal !== null) return failed('refused', refusal);
      if (tickets.has(id)) wishes.answered?.({ host: new URL(answer.url).host, by: answer.by, elapsedMs });
      return answer;
    };
    /** A browser follows redirects unasked. Why the program may not have what was said where one led; null if it may. */
    const refusalOf = async (id: number, from: string, to: string): Promise<string | null> => {
      if (isSameSite(from, to)) return null;
      const { origin } = new URL(to);
      const led = `${new URL(from).origin} sent the browser on to ${origin}`;
      const route = routeOf(to, 'GET', siteRoot());
      if (route.kind === 'refused') return `${led}. ${route.words}`;
      if (route.kind === 'own' || (await mayFetch(id, origin, false))) return null;
      return `${led}, from which the reader of this page did not allow the program to read`;
    };
    const decide = async (id: number, request: PythonRequest): Promise<PythonAnswer> => {
      const route = routeOf(request.url, request.method, siteRoot(), wishes.pageLatencyMs);
      switch (route.kind) {
        case 'unresolved':
          return failed('unresolved', 'Name or service not known');
        case 'refused':
          return failed('refused', route.words);
        case 'played':
          return perform(id, { request, own: false, place: placeOf(route.page, route.code) });
        case 'own':
          return perform(id, { request, own: true, place: null });
        case 'ask': {
          const sends = !reads(request.method);
          if (await mayFetch(id, route.origin, sends)) return perform(id, { request, own: false, place: null });
          if (!questions.has(`${sends ? 'send' : 'read'} ${route.origin}`))
            return failed(
              'refused',
              `the reader of this page was asked about ${mostSites} other sites already, and is not asked about more in one run`,
            );
          return failed(
            'refused',
            `the reader of this page did not allow the program to ${sends ? 'send to' : 'read from'} ${route.origin}`,
          );
        }
        default:
          return assertNever(route);
      }
    };
    const ticket = (): number => (this.#nextTicket += 1);
    const abandon = (id: number): void => {
      const ticket = tickets.get(id);
      tickets.delete(id);
      // Where the worker has ended, so has the request.
      if (ticket !== undefined) this.#client?.call((remote) => remote.abandon(ticket)).catch(() => undefined);
    };

    return {
      async fetch(id, request) {
        if (tickets.size >= mostRequests)
          return failed('refused', `no more than ${formatCount(mostRequests)} requests may be under way at once`);
        tickets.set(id, ticket());
        const answer = await decide(id, request);
        tickets.delete(id);
        return answer;
      },
      abandon,
      abandonAll(first, limit) {
        const isOne = (id: number): boolean => id >= first && id < limit;
        [...tickets.keys()].filter(isOne).forEach(abandon);
        for (const [key, { waiting, withdraw }] of questions) {
          if (waiting === null) continue;
          [...waiting].filter(isOne).forEach((id) => waiting.delete(id));
          if (waiting.size > 0) continue;
          questions.delete(key);
          withdraw();
        }
      },
      end: () => [...tickets.keys()].forEach(abandon),
    };
  }

  /** Starts the worker ahead of the first request, which would wait for it. */
  async warm(): Promise<void> {
    await this.#call((remote) => remote.ready());
  }

  /** Ends the worker. A later request starts another. */
  close(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#client = null;
  }

  async #perform(ticket: number, task: NetworkTask): Promise<PythonAnswer> {
    const answer = await this.#call(async (remote) => remote.fetch(ticket, task));
    return answer ?? failed('unreachable', 'the part of this page that reaches the network has ended');
  }

  /** Null when the worker was closed, could not be started, or died of something; the next call starts it anew. */
  async #call<R>(ask: (remote: Remote<NetworkDoor>) => Promise<R>): Promise<R | null> {
    let client: WorkerClient<NetworkDoor> | null = null;
    try {
      client = this.#client ??= openWorker<NetworkDoor>(createNetworkWorker, this.#life.signal);
      return await client.call(ask);
    } catch {
      if (this.#client === client) this.#client = null;
      return null;
    }
  }
}

function placeOf(page: PageRequest, code: number | null): PlayedPlace {
  return { page, pageUrl: new URL(pagePath(page), siteRoot()).href, code };
}

function failed(problem: FetchProblem, words: string): PythonAnswer {
  return { status: 'failed', problem, words };
}

function createNetworkWorker(): Worker {
  return new Worker(new URL('../../workers/network.worker.ts', import.meta.url), { type: 'module', name: 'network' });
}
