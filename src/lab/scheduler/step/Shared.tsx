import { useLayoutEffect, useRef } from 'react';
import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import { formatCount } from '../../../core/base/format';
import { breakLines, mostInName, shorten } from '../../../core/base/shorten';
import { NamedThreads } from './NamedThreads';
import { SharedLoops } from './SharedLoops';
import { SharedThings } from './SharedThings';
import { timeOf } from './states';
import { compared, sharedValues, threadVariables } from './values';
import { Values } from './Values';
import './shared.css';

/** More locks are counted, not shown. */
const mostLocks = 50;

interface SharedProps {
  readonly moment: ScheduledMoment;
  readonly before: ScheduledMoment | undefined;
}

/** What the threads share: global variables, locks with who holds them and who waits, other things at which they wait, event loops, what was printed, and the time. */
export function Shared({ moment, before }: SharedProps) {
  const values = compared(before === undefined ? undefined : sharedValues(before), sharedValues(moment));
  const others = threadVariables(moment);
  const locks = moment.locks.filter(({ kind }) => kind === 'lock');
  const timed =
    moment.now > 0 || moment.threads.some(({ waits }) => waits?.until !== null && waits?.until !== undefined);
  return (
    <div className="step-shared">
      <SharedThings moment={moment} before={before} />
      <SharedLoops moment={moment} />
      <div role="group" aria-label="Shared variables">
        <h4>Shared variables{timed ? <span className="shared-time numeric">time {timeOf(moment.now)}</span> : null}</h4>
        {values.length === 0 ? (
          <p className="hint">{others.length === 0 ? 'None yet.' : 'None but threads, locks and the like.'}</p>
        ) : (
          <Values values={values} label="Shared variables" />
        )}
        {others.length === 0 ? null : (
          <p className="values-others">
            <code>{shorten(others.join(', '))}</code>: threads
          </p>
        )}
      </div>
      {locks.length === 0 ? null : (
        <div role="group" aria-label="Locks">
          <h4>Locks</h4>
          <ul className="step-locks">
            {locks.slice(0, mostLocks).map(({ object, name, holders, times }) => (
              <li
                key={object}
                data-lock={object}
                data-held={holders.length > 0}
                data-changed={
                  before !== undefined &&
                  String(before.locks.find((lock) => lock.object === object)?.holders ?? '') !== String(holders)
                }
              >
                <code>{shorten(name, mostInName)}</code>{' '}
                <span>
                  {holders.length === 0 ? (
                    'free'
                  ) : (
                    <>
                      held by <NamedThreads threads={holders} moment={moment} />
                      {times !== null && times > 1 ? `${formatCount(times)} times` : null}
                    </>
                  )}
                </span>
                <Wanting moment={moment} object={object} />
              </li>
            ))}
            {locks.length > mostLocks ? <li className="hint">{formatCount(locks.length - mostLocks)} more</li> : null}
          </ul>
        </div>
      )}
      <Printed printed={moment.printed} before={before?.printed} />
    </div>
  );
}

/** Who waits for a lock. */
function Wanting({ moment, object }: { readonly moment: ScheduledMoment; readonly object: string }) {
  const threads = moment.threads.flatMap(({ status, waits }, thread) =>
    status === 'waits' && waits?.object === object ? [thread] : [],
  );
  return threads.length === 0 ? null : (
    <span className="lock-wanted">
      wanted by <NamedThreads threads={threads} moment={moment} />
    </span>
  );
}

/** How many characters of what was printed are shown: the last ones. */
const mostPrinted = 20_000;

function Printed({ printed, before }: { readonly printed: string; readonly before: string | undefined }) {
  const box = useRef<HTMLPreElement>(null);
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  });
  // An undone step may have printed more than there is now.
  const old = before !== undefined && printed.startsWith(before) ? before.length : printed.length;
  const cut = Math.max(0, printed.length - mostPrinted);
  const fresh = printed.slice(Math.max(old, cut));
  return (
    <div role="group" aria-label="Output so far">
      <h4>Output so far</h4>
      {printed === '' ? (
        <p className="hint">Nothing printed.</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it
        <pre ref={box} className="step-printed" role="group" aria-label="Output so far" tabIndex={0}>
          {cut > 0 ? '…' : null}
          {breakLines(printed.slice(cut, Math.max(old, cut)))}
          {fresh === '' ? null : <mark>{breakLines(fresh)}</mark>}
        </pre>
      )}
    </div>
  );
}
