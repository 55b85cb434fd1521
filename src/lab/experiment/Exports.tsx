import { useState } from 'react';
import { timingsCsv, tracesJson } from '../../core/experiment/exports';
import { downloadFile, downloadText } from '../../ui/download';
import { EmbedButton } from '../../ui/EmbedButton';
import { addressOfPart } from '../../ui/embedded';
import type { Experiment } from './experiment';
import type { LabRun } from './runStrategy';
import { renderTimelinePng } from '../timeline/png';
import { combined, shownRuns, type Choice } from './timelineChoice';

interface ExportsProps {
  readonly experiment: Experiment;
  readonly runs: readonly LabRun[];
  /** What the timeline shows is what is saved. */
  readonly choice: Choice;
}

/** Traces, timings, and the timeline as a picture, each as a file: of the chosen strategy, or of all. */
export function Exports({ experiment, runs, choice }: ExportsProps) {
  const [message, setMessage] = useState('');
  const shown = shownRuns(experiment, runs, null, choice);
  const [first] = shown;
  if (first === undefined) return null;
  const several = experiment.strategies.length > 1;
  const grouped = several && choice === null;
  const file = `${experiment.id}${grouped ? '' : `-${first.strategy}`}`;
  const records = shown.flatMap(({ record }) => (record === null ? [] : [record]));

  const picture = async (): Promise<void> => {
    try {
      const source = grouped ? combined(shown) : first.spans;
      const title = grouped ? experiment.title : `${experiment.title}, ${first.name}`;
      downloadFile(`${file}.png`, await renderTimelinePng(source.lanes(), source.until(), { title }));
      setMessage('');
    } catch (error) {
      setMessage(
        `The picture could not be made: ${error instanceof Error ? error.message : String(error)}. The trace and the timings can still be saved.`,
      );
    }
  };
  const timings = (): string =>
    timingsCsv(
      experiment.id,
      runs.map((run) => run.record).filter(({ strategy }) => choice === null || strategy === choice),
    );
  return (
    <div
      className="button-row exports"
      role="group"
      aria-label={several ? `Save ${grouped ? 'all' : first.name}` : 'Save'}
    >
      <span aria-hidden="true">{several ? `Save ${grouped ? 'all' : `“${first.name}”`}` : 'Save'}</span>
      <button
        type="button"
        className="button button-quiet"
        onClick={() =>
          downloadText(
            `${file}-${records.length === 1 ? 'trace' : 'traces'}.json`,
            'application/json',
            tracesJson(experiment.id, records),
          )
        }
      >
        {records.length === 1 ? 'Trace' : 'Traces'} (JSON)
      </button>
      <button
        type="button"
        className="button button-quiet"
        onClick={() => downloadText(`${file}-timings.csv`, 'text/csv', timings())}
      >
        Timings (CSV)
      </button>
      <button type="button" className="button button-quiet" onClick={() => void picture()}>
        Picture (PNG)
      </button>
      <EmbedButton address={() => addressOfPart(experiment.id)} title={`Experiment: ${experiment.title}`} />
      <span role="status">{message}</span>
    </div>
  );
}
