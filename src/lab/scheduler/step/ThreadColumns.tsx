import { formatCount } from '../../../core/base/format';
import type { ScheduledMoment, ThreadMoment } from '../../../core/python/pythonSchedules';
import { mostInName, shorten } from '../../../core/base/shorten';
import type { ThreadIndex } from '../../../core/schedule/types';
import { sayStanding } from './states';
import { ThreadMark } from './ThreadMark';
import { callBefore, compared } from './values';
import { Values } from './Values';
import { WholeStack } from './ValueStack';
import './threadColumns.css';

/** How many calls of a thread are shown; a deep recursion has more. */
const mostCalls = 30;

interface ThreadColumnsProps {
  readonly moment: ScheduledMoment;
  /** Before the last step; what differs since is marked. Undefined at the beginning. */
  readonly before: ScheduledMoment | undefined;
  readonly lines: readonly string[];
  readonly last: ThreadIndex | null;
}

/** A column for each thread: how it stands, and its calls with their variables. */
export function ThreadColumns({ moment, before, lines, last }: ThreadColumnsProps) {
  return (
    <div className="step-threads">
      {moment.threads.map((thread, index) => (
        <div
          role="group"
          key={index}
          className="step-thread"
          data-ended={thread.status === 'ended'}
          data-last={index === last}
          aria-label={shorten(thread.name, mostInName)}
        >
          <h4>
            <ThreadMark thread={index} last={index === last} />
            <span>{shorten(thread.name, mostInName)}</span>
          </h4>
          <p className="thread-standing">{sayStanding(moment, index)}</p>
          {thread.stack === null ? null : <WholeStack stack={thread.stack} />}
          {thread.status === 'new' ? null : <Calls thread={thread} before={before?.threads[index]} lines={lines} />}
        </div>
      ))}
    </div>
  );
}

function Calls({
  thread,
  before,
  lines,
}: {
  readonly thread: ThreadMoment;
  readonly before: ThreadMoment | undefined;
  readonly lines: readonly string[];
}) {
  const { calls } = thread;
  return (
    <ol className="step-calls" aria-label="Calls, innermost first">
      {calls.slice(0, mostCalls).map((call, index) => {
        const depth = calls.length - index;
        const was = callBefore(call, thread, before);
        return (
          <li key={depth}>
            <p className="call-place">
              <span className="call-name">
                {call.function === '<module>' ? 'program' : `${shorten(call.function, mostInName)}()`}
              </span>{' '}
              <span className="call-line">
                line {call.line} <code>{(lines[call.line - 1] ?? '').trim()}</code>
              </span>
            </p>
            {/* Before its first line, a call has nothing that was changed. */}
            {call.locals.length === 0 ? null : (
              <Values
                values={compared(was?.locals ?? (before === undefined ? undefined : []), call.locals)}
                label={`Variables of ${shorten(call.function, mostInName)}`}
              />
            )}
          </li>
        );
      })}
      {calls.length > mostCalls ? (
        <li className="hint">{formatCount(calls.length - mostCalls)} more calls beneath</li>
      ) : null}
    </ol>
  );
}
