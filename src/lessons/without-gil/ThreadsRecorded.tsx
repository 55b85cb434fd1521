import { WithCode } from '../../ui/WithCode';
import { pairOf, threadCounts, type BuildRow, type Work } from './builds';
import { recorded } from './recorded';

/** The two builds that are compared. */
export const pair = pairOf(recorded);

const whys: Readonly<Record<Work, string>> = {
  apart: 'The threads share nothing that changes, so each core goes on at its own pace. With the GIL they take turns.',
  lists: 'Each list has its lock here too, but nobody else ever wants it. So it costs little, and no thread waits.',
  list: 'Each `append` holds the lock of the list, and there is one list. So the threads take turns after all: not at the GIL, but at the list. And they change turns far more often than at the GIL.',
  lock: 'Only the thread that holds the lock counts. There is a core for the other one, and nothing for it to do.',
};

/** Why it comes out so. */
export function Why({ work }: { readonly work: Work }) {
  return <WithCode text={whys[work]} />;
}

const nameOf = (row: BuildRow): string => `${row.python}${row.implementation.includes('free-threaded') ? 't' : ''}`;

/** What each number of threads took on both builds: a figure and a bar for each. */
export function Times({ work, title }: { readonly work: Work; readonly title: string }) {
  const { gil, free } = pair;
  const most = Math.max(
    ...[gil, free].flatMap((row) => threadCounts.map((threads) => row.seconds[work][threads].median)),
  );
  return (
    <table className="threads-times">
      <caption className="visually-hidden">Seconds, {title}</caption>
      <thead>
        <tr>
          <th scope="col">Threads</th>
          {[gil, free].map((row) => (
            <th key={nameOf(row)} scope="col">
              {nameOf(row)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {threadCounts.map((threads) => (
          <tr key={threads}>
            <th scope="row">{threads}</th>
            {[gil, free].map((row) => {
              const { least, median, most: longest } = row.seconds[work][threads];
              return (
                <td key={nameOf(row)}>
                  <span className="threads-bar" style={{ inlineSize: `${(100 * median) / most}%` }} />
                  {median.toFixed(2)} s{' '}
                  <span className="threads-spread">
                    {least.toFixed(2)} to {longest.toFixed(2)}
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What must be known to read the figures. */
export function Conditions() {
  const { gil, free } = pair;
  const notes = [...new Set([gil.note, free.note].filter((note) => note !== undefined))];
  return (
    <p className="hint">
      <span className="kicker">Recorded, not measured here.</span> The median of {free.repeats} runs, with the least and
      the most, {free.date}, {free.cores} cores, {free.os}
      {notes.map((note) => `, ${note}`)}. {nameOf(gil)} is {gil.build}, {nameOf(free)} is {free.build}; a t at the end
      means free-threaded. Compare the rows of a column with each other.
    </p>
  );
}
