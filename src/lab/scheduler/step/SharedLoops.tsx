import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { LoopEntry } from '../../../core/python/sharedThings';
import { formatCount } from '../../../core/base/format';
import { mostInName, shorten } from '../../../core/base/shorten';
import { NamedThreads } from './NamedThreads';
import { timeOf } from './states';

/** More handles are counted, not shown. */
const mostEntries = 10;

interface SharedLoopsProps {
  readonly moment: ScheduledMoment;
}

/** What each event loop has ready, in its order, and its timers. What a task awaits is told of the task. */
export function SharedLoops({ moment }: SharedLoopsProps) {
  const loops = moment.loops.map(({ object, ready, timers }, index) => (
    <div key={object} role="group" aria-label={`Event loop${index === 0 ? '' : ` ${index + 1}`}`}>
      <h4>Event loop</h4>
      <dl className="step-loop">
        <dt>ready</dt>
        <dd>
          {ready.length === 0 ? <span className="hint">nothing</span> : null}
          {ready.slice(0, mostEntries).map((entry, place) => (
            <Entry key={place} entry={entry} moment={moment} />
          ))}
          {ready.length > mostEntries ? (
            <span className="hint">{formatCount(ready.length - mostEntries)} more</span>
          ) : null}
        </dd>
        <dt>timers</dt>
        <dd>
          {timers.length === 0 ? <span className="hint">none</span> : null}
          {timers.slice(0, mostEntries).map((timer, place) => (
            <span key={place} className="loop-timer">
              in {timeOf(Math.max(0, timer.when - moment.now))} <Entry entry={timer} moment={moment} />
            </span>
          ))}
          {timers.length > mostEntries ? (
            <span className="hint">{formatCount(timers.length - mostEntries)} more</span>
          ) : null}
        </dd>
      </dl>
    </div>
  ));
  return loops.length === 0 ? null : <div className="step-loops">{loops}</div>;
}

/** A task, or the function that is called. */
function Entry({ entry, moment }: { readonly entry: LoopEntry; readonly moment: ScheduledMoment }) {
  return entry.task === null ? (
    <code className="named-thread">{shorten(entry.call, mostInName)}</code>
  ) : (
    <NamedThreads threads={[entry.task]} moment={moment} />
  );
}
