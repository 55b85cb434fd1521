import type { ReactNode } from 'react';
import type { CodeListing, Granularity, ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { ThreadIndex } from '../../../core/schedule/types';
import { nameInSentence } from '../explain/names';
import { placedAt, sayWoken } from '../explain/things';
import { Carried } from './Carried';
import { nextOf } from './nextStep';
import { sayStanding, standingOf } from './states';
import { ThreadMark } from './ThreadMark';
import { TopOfStack } from './ValueStack';
import './threadButtons.css';

interface ThreadButtonsProps {
  readonly moment: ScheduledMoment;
  /** Before the last step; undefined at the beginning. */
  readonly before: ScheduledMoment | undefined;
  /** Stands beside the buttons that go back and forth. */
  readonly count: ReactNode;
  readonly lines: readonly string[];
  readonly codes: readonly CodeListing[];
  readonly granularity: Granularity;
  /** Who took the last step. */
  readonly last: ThreadIndex | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  onChoose(thread: ThreadIndex): void;
  onUndo(): void;
  onRedo(): void;
  onRestart(): void;
}

/** A button for each thread, and those that go back and forth. None of them ever goes or moves: one that can do nothing now says why. */
export function ThreadButtons({
  moment,
  before,
  count,
  lines,
  codes,
  granularity,
  last,
  canUndo,
  canRedo,
  onChoose,
  onUndo,
  onRedo,
  onRestart,
}: ThreadButtonsProps) {
  return (
    <div className="step-deck">
      <div className="deck-threads" role="group" aria-label="Who takes the next step">
        {moment.threads.map(({ name, status, stack }, thread) => {
          const canGoOn = moment.enabled.includes(thread);
          const { line, text } = nextOf(moment, thread, lines, codes, granularity);
          const placed = placedAt(moment, moment.threads[thread]);
          const woken = placed === null ? null : sayWoken(placed);
          const passing = moment.passing.includes(thread);
          return (
            <button
              key={thread}
              type="button"
              className="deck-thread"
              data-standing={standingOf(moment, thread)}
              data-last={thread === last}
              aria-disabled={!canGoOn}
              aria-keyshortcuts={thread < 10 ? String(thread) : undefined}
              onClick={() => canGoOn && onChoose(thread)}
            >
              <span className="deck-name">
                <ThreadMark thread={thread} last={thread === last} />
                <span>{nameInSentence(name)}</span>
                {thread < 10 ? <kbd aria-hidden="true">{thread}</kbd> : null}
              </span>
              {canGoOn && !passing ? (
                <span className="deck-next">
                  <span className="visually-hidden">{status === 'new' ? ', begins at ' : ', next: '}</span>
                  {line === null ? null : (
                    <span className="deck-line">
                      <span className="visually-hidden">line </span>
                      {line}
                    </span>
                  )}
                  <code>{text}</code>
                  {woken === null ? null : <span className="deck-woken"> {woken}</span>}
                  {/* Told aloud with the thread's calls. */}
                  {stack === null ? null : (
                    <span aria-hidden="true">
                      <TopOfStack stack={stack} />
                    </span>
                  )}
                </span>
              ) : (
                <span className="deck-why">
                  <span className="visually-hidden">: </span>
                  {sayStanding(moment, thread)}
                </span>
              )}
              <Carried moment={moment} before={before} thread={thread} />
            </button>
          );
        })}
      </div>
      <div className="deck-history" role="group" aria-label="Back and forth">
        <HistoryButton name="Undo" keys="Backspace" off={!canUndo} onPress={onUndo} />
        <HistoryButton name="Redo" keys="Y" off={!canRedo} onPress={onRedo} />
        <HistoryButton name="Restart" keys="Home" off={!canUndo} onPress={onRestart} />
        {count}
      </div>
    </div>
  );
}

/** Not `disabled` when it can do nothing: pressing it until then must not lose the focus. */
function HistoryButton({
  name,
  keys,
  off,
  onPress,
}: {
  readonly name: string;
  readonly keys: string;
  readonly off: boolean;
  onPress(): void;
}) {
  return (
    <button
      type="button"
      className="button"
      aria-disabled={off}
      aria-keyshortcuts={keys}
      onClick={off ? undefined : onPress}
    >
      {name}
    </button>
  );
}
