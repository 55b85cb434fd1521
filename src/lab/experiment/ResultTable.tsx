import type { Fact, RunRecord, StrategyReport } from '../../core/experiment/experiment';
import { factText } from '../../core/experiment/facts';
import { formatDuration, formatRatio } from '../../core/base/format';
import { summarise } from '../../core/base/statistics';
import { countedTimes } from '../../core/experiment/countedTimes';
import type { Experiment } from './experiment';

/** The latest finished run of a strategy, and the times of all its runs that count. */
interface Column {
  readonly id: string;
  readonly name: string;
  readonly report: StrategyReport;
  readonly times: readonly number[];
}

interface Row {
  readonly label: string;
  readonly cell: (column: Column) => { readonly text: string; readonly tone?: Fact['tone'] };
}

const nothing = { text: '–' };
const toneMarks = { good: '✓', bad: '✗' } as const;

function timeRows(columns: readonly Column[]): readonly Row[] {
  const [first] = columns;
  const base = summarise(first?.times ?? []).median;
  const repeated = columns.some(({ times }) => times.length > 1);
  const rows: Row[] = [
    {
      label: 'Time',
      cell: ({ times }) =>
        times.length === 0 ? { text: 'does not count' } : { text: formatDuration(summarise(times).median) },
    },
  ];
  if (repeated) {
    rows.push({
      label: 'Quickest to slowest',
      cell: ({ times }) =>
        times.length < 2
          ? nothing
          : { text: `${formatDuration(Math.min(...times))} to ${formatDuration(Math.max(...times))}` },
    });
    rows.push({ label: 'Runs', cell: ({ times }) => ({ text: String(times.length) }) });
  }
  if (first !== undefined && columns.length > 1) {
    rows.push({
      label: `Times as fast as “${first.name}”`,
      cell: ({ times }) => (times.length === 0 ? nothing : { text: formatRatio(base / summarise(times).median) }),
    });
  }
  return rows;
}

function factRows(columns: readonly Column[]): readonly Row[] {
  const labels = [...new Set(columns.flatMap(({ report }) => report.facts.map((fact) => fact.label)))];
  return labels.map((label) => ({
    label,
    cell: ({ report }) => {
      const fact = report.facts.find((candidate) => candidate.label === label);
      return fact === undefined ? nothing : { text: factText(fact), tone: fact.tone };
    },
  }));
}

interface ResultTableProps {
  readonly experiment: Experiment;
  readonly records: readonly RunRecord[];
}

/** The data of the charts, and what each strategy found out: a column for each strategy. */
export function ResultTable({ experiment, records }: ResultTableProps) {
  const columns = experiment.strategies.flatMap(({ id, name }): readonly Column[] => {
    const outcome = records.findLast(
      (record) => record.strategy === id && record.outcome.status === 'finished',
    )?.outcome;
    return outcome?.status === 'finished'
      ? [{ id, name, report: outcome.report, times: countedTimes(records, id) }]
      : [];
  });
  const rows = [...(experiment.timings === 'none' ? [] : timeRows(columns)), ...factRows(columns)];
  if (columns.length === 0 || rows.length === 0) return null;
  return (
    // The keyboard must be able to scroll a table that is wider than the screen.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="group" aria-label={`Results of ${experiment.title}`}>
      <table className="result-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What was measured</span>
            </th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cell }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {columns.map((column) => {
                const { text, tone } = cell(column);
                return (
                  <td key={column.id} className="number" data-strategy={column.id} data-fact={label} data-tone={tone}>
                    {text}
                    {tone === undefined ? null : <span aria-hidden="true"> {toneMarks[tone]}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
