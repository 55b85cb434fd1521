import { formatCount } from '../../core/base/format';
import { nameOf, shownRows, type Outcomes } from './statement';

/** What must be known to read the figures: how they were made, where and when. */
export function Conditions({ outcomes }: { readonly outcomes: Outcomes }) {
  const rows = shownRows(outcomes);
  const [first] = rows;
  if (first === undefined) return null;
  const builds = rows.map((row) => `${nameOf(row)} is ${row.build}`).join(', ');
  return (
    <p className="hint">
      <span className="kicker">Recorded, not measured here.</span> “Schedules”: this page’s scheduler tried every kind
      of schedule of the program, by the rules of CPython 3.14. Versions: the least and the most that went wrong in one
      of {first.repeats} runs in which each thread has {formatCount(first.rounds)} rounds, with a switch interval of 10
      µs, {first.date}, {first.cores} cores, {first.os}. {builds}; a t at the end means free-threaded, without the GIL.
    </p>
  );
}
