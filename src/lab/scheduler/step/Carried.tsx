import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import { mostInName, shorten } from '../../../core/base/shorten';
import type { ThreadIndex } from '../../../core/schedule/types';
import { isLockToTell } from '../explain/things';
import { keyShape } from './keySign';
import { callBefore, compared, hasChanged } from './values';

/** A card has no room for more; all of them stand under "Calls". */
const mostCarried = 4;
const mostOfValue = 60;

interface CarriedProps {
  readonly moment: ScheduledMoment;
  /** Before the last step; undefined at the beginning. */
  readonly before: ScheduledMoment | undefined;
  readonly thread: ThreadIndex;
}

/** What a thread has with it: the locks that it holds, and the variables of the call in which it is. For the eyes: the last step's sentence and the calls say it too. */
export function Carried({ moment, before, thread }: CarriedProps) {
  const call = moment.threads[thread]?.calls[0];
  const was = call === undefined ? undefined : callBefore(call, moment.threads[thread], before?.threads[thread]);
  const values =
    call === undefined
      ? []
      : compared(was?.locals ?? (before === undefined ? undefined : []), call.locals).filter(
          // Those of asyncio, as well, are told of where all things at which threads wait are.
          ({ name, value }) => !moment.things.some((thing) => thing.name === name) && !value.startsWith('<asyncio.'),
        );
  // What has just changed is what the reader looks for.
  const shown = values.toSorted((a, b) => Number(hasChanged(b)) - Number(hasChanged(a))).slice(0, mostCarried);
  return (
    <span className="deck-carried" aria-hidden="true">
      {moment.locks
        .filter(({ object, holders }) => holders.includes(thread) && isLockToTell(moment, object))
        .map(({ object, name }) => (
          <span key={object} className="deck-key" data-key={object} data-key-holder={thread}>
            <KeySign /> {shorten(name, mostInName)}
          </span>
        ))}
      {values
        .filter((value) => shown.includes(value))
        .map((value) => (
          <span key={value.name} className="deck-value" data-changed={hasChanged(value)}>
            <span>{shorten(value.name, mostInName)}</span> {shorten(value.value, mostOfValue)}
          </span>
        ))}
    </span>
  );
}

/** A lock that is held, as its key. */
function KeySign() {
  return (
    <svg className="key-sign" viewBox="0 0 16 10" aria-hidden="true">
      <path d={keyShape} />
    </svg>
  );
}
