import type { RunRecord } from '../core/experiment';
import { factText } from '../core/facts';
import { formatDuration, formatRatio } from '../core/format';
import { summarise } from '../core/statistics';
import { countedTimes } from '../core/summary';
import type { Experiment } from './experiment';

const toneWords = { good: '✓', bad: '✗' } as const;

interface ResultTableProps {
  readonly experiment: Experiment;
  readonly records: readonly RunRecord[];
}

/** The same data as the charts, and what each strategy found out, as a table. */
export function ResultTable({ experiment, records }: ResultTableProps) {
  const latest = experiment.strategies.flatMap(({ id, name }) => {
    const record = records.findLast((candidate) => candidate.strategy === id && candidate.outcome.status === 'finished');
    return record?.outcome.status === 'finished' ? [{ id, name, report: record.outcome.report, times: countedTimes(records, id) }] : [];
  });
  const first = latest[0];
  if (first === undefined) return null;
  const base = first.times.length === 0 ? Number.NaN : summarise(first.times).median;
  const labels = [...new Set(latest.flatMap(({ report }) => report.facts.map((fact) => fact.label)))];
  const timed = experiment.timings !== 'none';
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="group" aria-label={`Results of ${experiment.title}`}>
      <table className="result-table">
        <thead>
          <tr>
            <th scope="col">Strategy</th>
            {timed ? (
              <>
                <th scope="col" className="number">
                  Time
                </th>
                <th scope="col" className="number">
                  Range
                </th>
                <th scope="col" className="number">
                  Runs
                </th>
                {latest.length > 1 ? (
                  <th scope="col" className="number">
                    Times as fast as {first.name}
                  </th>
                ) : null}
              </>
            ) : null}
            {labels.map((label) => (
              <th key={label} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {latest.map(({ id, name, report, times }) => {
            const { median, min, max, count } = summarise(times);
            return (
              <tr key={id} data-strategy={id}>
                <th scope="row">{name}</th>
                {timed ? (
                  <>
                    <td className="number" data-fact="Time">
                      {count === 0 ? 'does not count' : formatDuration(median)}
                    </td>
                    <td className="number">{count < 2 ? '–' : `${formatDuration(min)} to ${formatDuration(max)}`}</td>
                    <td className="number">{count}</td>
                    {latest.length > 1 ? <td className="number">{formatRatio(base / median)}</td> : null}
                  </>
                ) : null}
                {labels.map((label) => {
                  const fact = report.facts.find((candidate) => candidate.label === label);
                  return (
                    <td key={label} className="number" data-fact={label} data-tone={fact?.tone}>
                      {fact === undefined ? '–' : factText(fact)}
                      {fact?.tone === undefined ? null : <span aria-hidden="true"> {toneWords[fact.tone]}</span>}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
