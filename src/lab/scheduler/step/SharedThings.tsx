import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { SharedThing } from '../../../core/python/sharedThings';
import { formatCount } from '../../../core/base/format';
import { mostInName, shorten } from '../../../core/base/shorten';
import { factsOf } from '../explain/things';
import { NamedThreads } from './NamedThreads';

const titles: Readonly<Record<SharedThing['kind'], string>> = {
  condition: 'Conditions',
  semaphore: 'Semaphores',
  event: 'Events',
  barrier: 'Barriers',
  queue: 'Queues',
};

/** More things of a kind are counted, not shown. */
const mostThings = 50;

interface SharedThingsProps {
  readonly moment: ScheduledMoment;
  readonly before: ScheduledMoment | undefined;
}

/** What threads wait at besides locks, by kind: what it has, who holds its lock, who waits for what. */
export function SharedThings({ moment, before }: SharedThingsProps) {
  const kinds = [...new Set(moment.things.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => {
    const things = moment.things.flatMap((thing, index) => (thing.kind === kind ? [{ thing, index }] : []));
    return (
      <div key={kind} role="group" aria-label={titles[kind]}>
        <h4>{titles[kind]}</h4>
        <ul className="step-locks">
          {things.slice(0, mostThings).map(({ thing, index }) => (
            <Thing key={index} name={thing.name} lock={thing.lock} index={index} moment={moment} before={before} />
          ))}
          {things.length > mostThings ? <li className="hint">{formatCount(things.length - mostThings)} more</li> : null}
        </ul>
      </div>
    );
  });
  return groups.length === 0 ? null : <div className="step-things">{groups}</div>;
}

interface ThingProps extends SharedThingsProps {
  readonly name: string;
  readonly lock: string | null;
  readonly index: number;
}

function Thing({ name, lock, index, moment, before }: ThingProps) {
  const facts = factsOf(moment, index);
  const was = before === undefined ? facts : factsOf(before, index);
  return (
    <li data-lock={lock} data-changed={JSON.stringify(was) !== JSON.stringify(facts)}>
      <code>{shorten(name, mostInName)}</code>{' '}
      {facts.map(({ words, threads, waiting }) => (
        <span key={words} className={waiting === true ? 'lock-wanted' : undefined}>
          {shorten(words)} <NamedThreads threads={threads} moment={moment} />{' '}
        </span>
      ))}
    </li>
  );
}
