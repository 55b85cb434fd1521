import { useState } from 'react';
import { timingsCsv, traceJson } from '../core/exports';
import { downloadFile, downloadText } from '../ui/download';
import type { Experiment } from './experiment';
import type { LabRun } from './runStrategy';
import { renderTimelinePng } from './timeline/png';

/** The latest run's trace, all timings, and the timeline as a picture, each as a file. */
export function Exports({ experiment, runs }: { readonly experiment: Experiment; readonly runs: readonly LabRun[] }) {
  const [message, setMessage] = useState('');
  const latest = runs.findLast((run) => run.record.outcome.trace.length > 0);
  if (latest === undefined) return null;
  const { strategy } = latest.record;
  const name = experiment.strategies.find(({ id }) => id === strategy)?.name ?? strategy;
  const picture = async (): Promise<void> => {
    try {
      downloadFile(`${experiment.id}-${strategy}.png`, await renderTimelinePng(latest.spans.lanes(), latest.spans.until(), { title: `${experiment.title}, ${name}` }));
      setMessage('');
    } catch (error) {
      setMessage(`The picture could not be made: ${error instanceof Error ? error.message : String(error)}. The trace and the timings can still be saved.`);
    }
  };
  return (
    <div className="button-row exports" role="group" aria-label="Save">
      <span aria-hidden="true">Save</span>
      <button
        type="button"
        className="button button-quiet"
        onClick={() => downloadText(`${experiment.id}-${strategy}-trace.json`, 'application/json', traceJson(experiment.id, latest.record))}
      >
        Trace (JSON)
      </button>
      <button
        type="button"
        className="button button-quiet"
        onClick={() =>
          downloadText(
            `${experiment.id}-timings.csv`,
            'text/csv',
            timingsCsv(
              experiment.id,
              runs.map((run) => run.record),
            ),
          )
        }
      >
        Timings (CSV)
      </button>
      <button type="button" className="button button-quiet" onClick={() => void picture()}>
        Picture (PNG)
      </button>
      <span role="status">{message}</span>
    </div>
  );
}
