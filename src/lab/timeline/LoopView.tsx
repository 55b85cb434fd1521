import { useEffect, useEffectEvent, useId, useMemo, useState, type ReactNode } from 'react';
import { formatCount, formatDuration } from '../../core/base/format';
import type { Millis } from '../../core/base/time';
import { loopHistories, type LoopHistory } from '../../core/trace/loopHistory';
import { callWords, doingWords, keptWords, sayMoment, turnWords, type NameOf } from '../../core/trace/loopWords';
import type { SpanStore } from '../../core/trace/spans';
import type { SpanState } from '../../core/trace/trace';
import './loopView.css';

/** More entries of a list are counted, not shown. */
const mostEntries = 8;
/** Only the first tasks of a run have lanes: MOST_TASKS in src/python/threads/lanes.py. */
const mostTasks = 24;
/** And only the first timers and calls are told of: MOST_CALLS in src/python/threads/loopcalls.py. */
const mostCalls = 2000;

interface LoopViewProps {
  /** What happened in a run that is over. */
  readonly spans: SpanStore;
  /** A time that the reader has chosen elsewhere: the loop is shown as it stood then. */
  readonly at: Millis | null;
  /** Called with the time of the moment that is shown. */
  onMoment(at: Millis): void;
}

/** The event loops of a run, moment by moment: what was ready, which timers there were, who had the thread, and who waited for what. */
export function LoopView({ spans, at, onMoment }: LoopViewProps) {
  const histories = useMemo(() => loopHistories(spans.ofLoops), [spans]);
  const [chosen, setChosen] = useState(0);
  const history = histories[chosen] ?? histories[0];
  if (history === undefined) return null;
  return (
    <section className="loop-view" aria-label="Event loop, moment by moment">
      <div className="loop-head">
        <h3>Event loop, moment by moment</h3>
        {histories.length > 1 ? (
          <label>
            of{' '}
            <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
              {histories.map(({ loop, names }, index) => (
                <option key={loop} value={index}>
                  {`${index + 1}: ${names.get(loop) ?? loop}`}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      <Moments key={history.loop} history={history} at={at} onMoment={onMoment} />
    </section>
  );
}

interface MomentsProps extends Pick<LoopViewProps, 'at' | 'onMoment'> {
  readonly history: LoopHistory;
}

function Moments({ history, at, onMoment }: MomentsProps) {
  const slider = useId();
  const [index, setIndex] = useState(0);
  /** The time that was chosen elsewhere when the moment was last gone to. */
  const [followed, setFollowed] = useState<Millis | null>(null);
  if (at !== followed) {
    setFollowed(at);
    if (at !== null) setIndex(history.indexAt(at));
  }
  const moment = history.moment(index);
  const tell = useEffectEvent(onMoment);
  const now = moment?.at;
  useEffect(() => {
    if (now !== undefined) tell(now);
  }, [now]);
  if (moment === undefined) return null;

  const nameOf: NameOf = (lane) => history.names.get(lane) ?? lane;
  const last = history.length - 1;
  const go = (to: number): void => setIndex(Math.min(last, Math.max(0, to)));
  const words = `${formatDuration(moment.at)}, moment ${formatCount(index + 1)} of ${formatCount(history.length)}`;
  const { doing, ready, timers, waiting, done } = moment;
  const kept = doing.kind === 'turn' ? doing.kept : null;
  return (
    <>
      <div className="loop-scrub">
        <Step label="Previous moment" off={index === 0} onPress={() => go(index - 1)}>
          ‹
        </Step>
        <label htmlFor={slider} className="visually-hidden">
          Moment of the event loop
        </label>
        <input
          id={slider}
          type="range"
          min={0}
          max={last}
          step={1}
          value={index}
          aria-valuetext={words}
          onChange={(event) => go(Number(event.currentTarget.value))}
        />
        <Step label="Next moment" off={index === last} onPress={() => go(index + 1)}>
          ›
        </Step>
      </div>
      <p className="loop-time">{words}</p>
      <p className="loop-happened" aria-live="polite">
        {sayMoment(moment, history.moment(index - 1), nameOf, history.loop)}
      </p>
      <div className="loop-parts">
        <Part title="Has the thread" items={[1]}>
          {() => (
            <li>
              <Swatch state={doing.kind === 'turn' ? (kept === null ? 'running' : kept.state) : null} />
              <span>
                {doing.kind === 'turn' ? <b>{doingWords(doing, nameOf)}</b> : doingWords(doing, nameOf)}
                {kept === null ? null : <span className="loop-why"> {keptWords(kept)}, and keeps the thread</span>}
              </span>
            </li>
          )}
        </Part>
        <Part title="Ready queue" ordered none="empty" items={ready}>
          {(turn, place) => (
            <li key={place}>
              <span className="loop-due">{place + 1}.</span>
              <Swatch state="ready" />
              <span>{turnWords(turn, nameOf)}</span>
            </li>
          )}
        </Part>
        <Part title="Timers" none="none" items={timers}>
          {({ call, due }) => (
            <li key={call.number}>
              <span className="loop-due">{formatDuration(due)}</span>
              <span>
                {callWords(call, nameOf)}
                <span className="loop-why">
                  {' '}
                  {due > moment.at
                    ? `in ${formatDuration(due - moment.at)}`
                    : `due for ${formatDuration(moment.at - due)}`}
                </span>
              </span>
            </li>
          )}
        </Part>
        <Part title="Tasks that wait" none="none" items={waiting}>
          {({ lane, kept: by }) => (
            <li key={lane}>
              <Swatch state={by.state} />
              <span>
                {nameOf(lane)}
                <span className="loop-why"> {keptWords(by)}</span>
              </span>
            </li>
          )}
        </Part>
      </div>
      <p className="hint">
        {done.length === 0 ? 'No task is over yet.' : `Over: ${listed(done.map(nameOf))}.`}
        {history.names.size > mostTasks ? ` Of the tasks, the first ${mostTasks} are told of.` : ''}
        {history.calls >= mostCalls ? ` Of timers and calls, the first ${formatCount(mostCalls)} are told of.` : ''}
      </p>
    </>
  );
}

/** "Tea, Toast", and how many more where there are many. */
const listed = (names: readonly string[]): string =>
  names.length > mostEntries
    ? `${names.slice(0, mostEntries).join(', ')} and ${formatCount(names.length - mostEntries)} more`
    : names.join(', ');

interface PartProps<T> {
  readonly title: string;
  readonly items: readonly T[];
  /** What is said where there are none. */
  readonly none?: string;
  /** Their order means something. */
  readonly ordered?: boolean;
  readonly children: (item: T, place: number) => ReactNode;
}

function Part<T>({ title, items, none = '', ordered = false, children }: PartProps<T>) {
  const heading = useId();
  const List = ordered ? 'ol' : 'ul';
  return (
    <div className="loop-part">
      <h4 id={heading}>{title}</h4>
      {items.length === 0 ? (
        <p className="hint">{none}</p>
      ) : (
        <List aria-labelledby={heading}>{items.slice(0, mostEntries).map(children)}</List>
      )}
      {items.length > mostEntries ? <p className="hint">and {formatCount(items.length - mostEntries)} more</p> : null}
    </div>
  );
}

const Swatch = ({ state }: { readonly state: SpanState | null }) =>
  state === null ? null : <span className="timeline-swatch" data-state={state} aria-hidden="true" />;

interface StepProps {
  readonly label: string;
  readonly off: boolean;
  readonly children: ReactNode;
  onPress(): void;
}

/** Not `disabled` at the end: pressing it until then must not lose the focus. */
function Step({ label, off, children, onPress }: StepProps) {
  return (
    <button type="button" className="button" aria-label={label} aria-disabled={off} onClick={off ? undefined : onPress}>
      {children}
    </button>
  );
}
