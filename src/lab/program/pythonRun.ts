import { sinceStart } from '../../core/trace/axes';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PythonAbilities, PythonOrder, PythonOutcome, PythonSinks } from '../../core/python/python';
import type { PythonFetched } from '../../core/python/pythonNetwork';
import { StrategyFailure } from '../../core/experiment/experiment';
import { SpanStore } from '../../core/trace/spans';
import type { EpochMs, Millis } from '../../core/base/time';
import type { LaneId, TraceEvent } from '../../core/trace/trace';
import { watchVisibility } from '../../runtime/environment';
import type { Python } from '../../runtime/python/python';
import { epochNow } from '../../core/base/clock';
import { isStopped, orStopped } from '../../runtime/stopping';
import { countRun } from '../running';
import { takeTurn } from '../turns';
import { ConsoleLog, type Segment } from './consoleLog';

/** How a run ended: as Python tells it, or `lost`, when Python itself could not be had or went under. */
export type RunEnd =
  | PythonOutcome
  | {
      readonly status: 'lost';
      readonly reason: string;
      readonly remedy: StrategyFailure['remedy'];
      readonly elapsedMs: Millis;
    };

export type RunPhase =
  | { readonly kind: 'idle' }
  /** Another run of the page has its turn. */
  | { readonly kind: 'waiting' }
  /** `fraction` from 0 to 1. */
  | { readonly kind: 'booting'; readonly fraction: number; readonly words: string }
  | { readonly kind: 'running'; readonly startedAt: EpochMs }
  | { readonly kind: 'ended'; readonly end: RunEnd };

/** Something that only the reader can answer; the program waits for it. */
export type Question = { readonly id: number } & (
  | { readonly kind: 'input'; readonly lane: LaneId; readonly prompt: string }
  | { readonly kind: 'fetch'; readonly origin: string; readonly sends: boolean }
);

export interface PythonRunState {
  readonly phase: RunPhase;
  /** How many runs there have been, the one under way among them. */
  readonly count: number;
  /** What runs or ran last. */
  readonly order: PythonOrder | null;
  /** The trace so far; of the last run when none is under way. A run has a store of its own. */
  readonly spans: SpanStore | null;
  /** In the order in which they were asked. */
  readonly questions: readonly Question[];
  /** The names of threads and other lanes, as the trace told them. */
  readonly names: ReadonlyMap<LaneId, string>;
  /** Null until Python has started for the first time. */
  readonly abilities: PythonAbilities | null;
  /** The page was hidden while the last run went on: browsers slow its clocks then. */
  readonly hidden: boolean;
  /** What the program fetched, and who answered. */
  readonly fetched: readonly PythonFetched[];
  /** More happened than the trace can hold: it has the beginning. */
  readonly cut: boolean;
  /** A Ctrl+C was sent, and Python has not noticed it yet. */
  readonly unheard: boolean;
}

/** For how many requests a run records which server answered. */
const mostFetched = 1000;
/** More questions are not put to the reader; who asks them waits. */
const mostQuestions = 1000;
/** Questions that come faster than this are shown together. */
const tellEveryMs: Millis = 50;
/** So much of a run is drawn, that of its processes included: a program may have many, and anything can be told in their name. */
const mostEvents = 300_000;
export const mostLanes = 5000;

/** Where the console shows the keys that the reader presses in it. */
const mainLane: LaneId = 'main';
/** How long Python may take to notice a Ctrl+C before the reader is told why it does not; then how often to look again. */
const hearingMs: Millis = 600;
const lookAgainMs: Millis = 200;

/** Does what is asked once, before the next frame is drawn, also where none are drawn because the page is hidden. */
function beforeNextFrame(work: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    work();
  };
  if (document.hidden) setTimeout(once, 100);
  else {
    requestAnimationFrame(once);
    setTimeout(once, 500);
  }
}

/** Runs programs one after another, and holds what can be seen of the latest. A page may have many; they take turns. */
export class PythonRun {
  readonly store: StoreApi<PythonRunState> = createStore(() => ({
    phase: { kind: 'idle' },
    count: 0,
    order: null,
    spans: null,
    questions: [],
    names: new Map(),
    abilities: null,
    hidden: false,
    fetched: [],
    cut: false,
    unheard: false,
  }));
  readonly console = new ConsoleLog();
  readonly #python: Pick<Python, 'boot' | 'run' | 'keyboardInterrupt'>;
  #controller: AbortController | null = null;
  #dismissed = false;
  /** What the reader is asked, by its number, in the order of asking. */
  #asked = new Map<number, { readonly question: Question; readonly resolve: (answer: string | null) => void }>();
  #toldAt: EpochMs | null = null;
  #nextQuestion = 0;
  #events: TraceEvent[] = [];
  #pieces: Segment[] = [];
  #room = mostEvents;
  #lanes = new Set<LaneId>();
  #flushing = false;

  constructor(python: Pick<Python, 'boot' | 'run' | 'keyboardInterrupt'>) {
    this.#python = python;
  }

  get running(): boolean {
    return this.#controller !== null;
  }

  /** Runs a program to its end, which `phase` then tells; what is shown of the last run goes. Does nothing while one runs. Never rejects. */
  async run(order: PythonOrder): Promise<void> {
    if (this.#controller !== null) return;
    const own = new AbortController();
    this.#controller = own;
    this.#dismissed = false;
    const endCount = countRun();
    this.clear();
    this.store.setState(({ count }) => ({ phase: { kind: 'waiting' }, order, count: count + 1 }));
    const askedAt = epochNow();
    const end = await this.#toItsEnd(order, own.signal).catch((error: unknown): RunEnd => {
      const elapsedMs = epochNow() - askedAt;
      if (own.signal.aborted || isStopped(error)) return { status: 'stopped', elapsedMs: 0 };
      if (error instanceof StrategyFailure)
        return { status: 'lost', reason: error.message, remedy: error.remedy, elapsedMs };
      const said = error instanceof Error ? error.message : String(error);
      return {
        status: 'lost',
        reason: `Python could not go on (${said}). Run the program again; if that does not help, load the page again.`,
        remedy: 'retry',
        elapsedMs,
      };
    });
    this.#flush();
    for (const { resolve } of this.#asked.values()) resolve(null);
    this.#asked.clear();
    const { spans } = this.store.getState();
    spans?.finish(end.status === 'lost' ? spans.endAt : Math.max(spans.endAt, end.elapsedMs));
    this.#controller = null;
    endCount();
    this.store.setState({ phase: { kind: 'ended', end }, questions: [], unheard: false });
    if (this.#dismissed) this.clear();
  }

  /** Ends what runs or waits; does nothing otherwise. */
  stop(): void {
    this.#controller?.abort();
  }

  /** Ctrl+C: the program that runs is sent SIGINT, and goes on as it decides. The console shows the key as a terminal does. */
  keyboardInterrupt(): void {
    if (this.store.getState().phase.kind !== 'running') return;
    const noticed = this.#python.keyboardInterrupt();
    this.#flush();
    this.console.add([{ stream: 'stdin', lane: mainLane, text: '^C\n' }]);
    const { count } = this.store.getState();
    const look = (): void => {
      const now = this.store.getState();
      if (now.count !== count || now.phase.kind !== 'running') return;
      const unheard = !noticed();
      if (unheard !== now.unheard) this.store.setState({ unheard });
      if (unheard) setTimeout(look, lookAgainMs);
    };
    setTimeout(look, hearingMs);
  }

  /** Forgets the last run; one that is under way is stopped, and forgotten when it has ended. */
  dismiss(): void {
    this.#dismissed = true;
    this.stop();
    this.clear();
  }

  /** Forgets the last run. Does nothing while one runs that has begun. */
  clear(): void {
    const { phase } = this.store.getState();
    if (phase.kind === 'running' || phase.kind === 'booting' || phase.kind === 'waiting') return;
    this.console.clear();
    this.store.setState({
      phase: { kind: 'idle' },
      order: null,
      spans: null,
      questions: [],
      names: new Map(),
      hidden: false,
      fetched: [],
      cut: false,
      unheard: false,
    });
  }

  /** Answers an `input()` with a line, or ends the input with null. The console shows the line as a terminal would. */
  answer(id: number, line: string | null): void {
    const question = this.#asked.get(id)?.question;
    if (question?.kind !== 'input') return;
    this.#flush();
    if (line !== null) this.console.add([{ stream: 'stdin', lane: question.lane, text: `${line}\n` }]);
    this.#settle(id, line);
  }

  /** Answers whether the program may reach another site. */
  allow(id: number, allowed: boolean): void {
    this.#settle(id, allowed ? 'yes' : null);
  }

  async #toItsEnd(order: PythonOrder, signal: AbortSignal): Promise<RunEnd> {
    const endTurn = await takeTurn(signal);
    const visibility = watchVisibility();
    try {
      const starting = this.#python.boot((fraction, words) => this.#booting(signal, fraction, words));
      // Told only if it takes a moment: most runs find Python warm.
      this.#booting(signal, 0, 'Starting Python');
      const abilities = await orStopped(starting, signal);
      this.store.setState({ abilities });
      return await this.#python.run(order, this.#sinks(signal), signal);
    } finally {
      visibility.stop();
      this.store.setState({ hidden: visibility.wasHidden() });
      endTurn();
    }
  }

  #booting(signal: AbortSignal, fraction: number, words: string): void {
    const { kind } = this.store.getState().phase;
    // Python may start again, for processes or after a stop, when this run has long ended.
    if (!signal.aborted && (kind === 'waiting' || kind === 'booting'))
      this.store.setState({ phase: { kind: 'booting', fraction, words } });
  }

  #sinks(signal: AbortSignal): PythonSinks {
    let startedAt: EpochMs | null = null;
    this.#room = mostEvents;
    this.#lanes = new Set();
    return {
      begin: (at) => {
        // A run begins once, whatever is told in its name.
        if (this.store.getState().phase.kind === 'running') return;
        startedAt = at;
        this.store.setState({ phase: { kind: 'running', startedAt: at }, spans: new SpanStore(() => epochNow() - at) });
      },
      events: (events) => {
        const zero = startedAt ?? epochNow();
        for (const event of events) if (this.#hasRoom(event)) this.#events.push(sinceStart(event, zero));
        this.#soon();
      },
      output: (pieces) => {
        for (const piece of pieces) this.#pieces.push(piece);
        this.#soon();
      },
      ask: (lane, withdrawn) => {
        // One that is stopped asks in vain, and perhaps for ever.
        if (signal.aborted) return new Promise(() => undefined);
        // Its prompt came just before.
        this.#flushTold();
        // A thread waits for one answer at a time: what it asked before, it does not want to know any more.
        for (const [id, { question }] of this.#asked)
          if (question.kind === 'input' && question.lane === lane) this.#asked.delete(id);
        const id = this.#nextQuestion;
        void withdrawn?.then(() => this.#settle(id, null));
        return this.#ask({ kind: 'input', lane, prompt: this.console.promptOf(lane), id: this.#nextQuestion });
      },
      answered: (one) =>
        this.store.setState(({ fetched }) => (fetched.length < mostFetched ? { fetched: [...fetched, one] } : {})),
      mayFetch: async (origin, sends, withdrawn) => {
        const id = this.#nextQuestion;
        void withdrawn?.then(() => this.#settle(id, null));
        return (await this.#ask({ kind: 'fetch', origin, sends, id })) !== null;
      },
    };
  }

  #ask(question: Question): Promise<string | null> {
    this.#nextQuestion += 1;
    return new Promise((resolve) => {
      if (this.#asked.size < mostQuestions) this.#asked.set(question.id, { question, resolve });
      this.#tellQuestions();
    });
  }

  #settle(id: number, answer: string | null): void {
    this.#asked.get(id)?.resolve(answer);
    if (this.#asked.delete(id)) this.#tellQuestions();
  }

  /** Shows what is asked now: at once, or with the next frame where it has just been shown. */
  #tellQuestions(): void {
    if (this.#toldAt !== null && epochNow() - this.#toldAt < tellEveryMs) this.#soon();
    else this.#showQuestions();
  }

  #questionsChanged(): boolean {
    const { questions } = this.store.getState();
    return questions.length !== this.#asked.size || questions.some(({ id }) => !this.#asked.has(id));
  }

  #showQuestions(): void {
    this.#toldAt = epochNow();
    this.store.setState({ questions: Array.from(this.#asked.values(), ({ question }) => question) });
  }

  /** Whether an event can still be drawn. */
  #hasRoom({ lane }: { readonly lane: LaneId }): boolean {
    const known = this.#lanes.has(lane);
    if (this.#room > 0 && (known || this.#lanes.size < mostLanes)) {
      this.#room -= 1;
      if (!known) this.#lanes.add(lane);
      return true;
    }
    if (!this.store.getState().cut) this.store.setState({ cut: true });
    return false;
  }

  #soon(): void {
    if (this.#flushing) return;
    this.#flushing = true;
    beforeNextFrame(() => this.#flush());
  }

  #flush(): void {
    this.#flushing = false;
    if (this.#questionsChanged()) this.#showQuestions();
    this.#flushTold();
  }

  /** Shows what was told of the run so far. */
  #flushTold(): void {
    const events = this.#events;
    const pieces = this.#pieces;
    this.#events = [];
    this.#pieces = [];
    const started = events.filter((event) => event.kind === 'start');
    if (started.length > 0)
      this.store.setState(({ names }) => ({
        names: new Map([...names, ...started.map(({ lane, name }) => [lane, name] as const)]),
      }));
    this.store.getState().spans?.add(events);
    this.console.add(pieces);
  }
}
