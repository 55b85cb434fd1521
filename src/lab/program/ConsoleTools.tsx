import type { LaneId } from '../../core/trace/trace';
import { downloadText } from '../../ui/download';
import { useCopy } from '../../ui/useCopy';
import type { ConsoleFilter } from './ConsoleBlock';
import type { ConsoleLog } from './consoleLog';

interface ConsoleToolsProps {
  readonly log: ConsoleLog;
  readonly lanes: readonly LaneId[];
  readonly names: ReadonlyMap<LaneId, string>;
  readonly filter: ConsoleFilter;
  readonly outputName: string;
  onFilter(filter: ConsoleFilter): void;
  onClear(): void;
}

/** What can be done with the output: look at one thread's or one stream's, copy, download, clear. */
export function ConsoleTools({ log, lanes, names, filter, outputName, onFilter, onClear }: ConsoleToolsProps) {
  const [copied, copy] = useCopy(3000);
  return (
    <div className="console-tools">
      <span className="console-filters">
        {lanes.length > 1 || filter.lane !== null ? (
          <select
            aria-label="Show the output of"
            value={filter.lane ?? ''}
            onChange={({ target }) => onFilter({ ...filter, lane: target.value === '' ? null : target.value })}
          >
            <option value="">All threads</option>
            {lanes.map((lane) => (
              <option key={lane} value={lane}>
                {names.get(lane) ?? lane}
              </option>
            ))}
          </select>
        ) : null}
        {(log.has('stdout') && log.has('stderr')) || filter.stream !== null ? (
          <select
            aria-label="Show the stream"
            value={filter.stream ?? ''}
            onChange={({ target: { value } }) =>
              onFilter({ ...filter, stream: value === 'stdout' || value === 'stderr' ? value : null })
            }
          >
            <option value="">stdout and stderr</option>
            <option value="stdout">stdout</option>
            <option value="stderr">stderr</option>
          </select>
        ) : null}
      </span>
      <span role="status" className="hint">
        {copied === null ? '' : copied ? 'Copied.' : 'The browser refused to copy; download the output instead.'}
      </span>
      <button
        type="button"
        className="button button-quiet"
        aria-label="Copy the output"
        onClick={() => void copy(log.text())}
      >
        Copy
      </button>
      <button
        type="button"
        className="button button-quiet"
        aria-label="Download the output"
        onClick={() => downloadText(outputName, 'text/plain', log.text())}
      >
        Download
      </button>
      <button type="button" className="button button-quiet" aria-label="Clear the output" onClick={onClear}>
        Clear
      </button>
    </div>
  );
}
