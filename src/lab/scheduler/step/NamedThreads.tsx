import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { ThreadIndex } from '../../../core/schedule/types';
import { nameInSentence } from '../explain/names';
import { ThreadMark } from './ThreadMark';

/** The most threads that are shown by their names; more than these are shown by their signs alone. */
const mostNamed = 3;

interface NamedThreadsProps {
  readonly threads: readonly ThreadIndex[];
  readonly moment: ScheduledMoment;
}

/** Threads with their signs and names. */
export function NamedThreads({ threads, moment }: NamedThreadsProps) {
  return threads.map((thread) => (
    <span key={thread} className="named-thread">
      <ThreadMark thread={thread} />{' '}
      <span className={threads.length > mostNamed ? 'visually-hidden' : ''}>
        {nameInSentence(moment.threads[thread]?.name ?? '')}
      </span>{' '}
    </span>
  ));
}
