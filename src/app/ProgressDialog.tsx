import { useEffect, useRef, useState } from 'react';
import { catalog } from '../lessons/catalog';
import { incidentIndex } from '../lessons/incidents/incidentIndex';
import { useCaseNotes } from '../storage/caseNotes';
import { exportEverything, importEverything, resetEverything } from '../storage/everything';
import { useProgress } from '../storage/progress';
import { Dialog } from '../ui/Dialog';
import { downloadText } from '../ui/download';
import { isFramedByAnotherSite } from '../ui/framed';
import { Link } from '../ui/Link';
import { OwnWindow } from '../ui/OwnWindow';
import { finishedCount } from './finished';
import { closedCount } from './incidentStanding';
import { certificatePath } from './site';

const importWords = {
  corrupt: 'This file is not a Timeslice progress file, or it was damaged. Nothing was changed.',
  newer:
    'This file comes from a newer Timeslice. Load the page again to get the newest version, then import it. Nothing was changed.',
};

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** Progress as a file, from a file, and gone. */
export function ProgressDialog({ onClose }: { onClose(): void }) {
  const progress = useProgress((state) => state.progress);
  const notes = useCaseNotes((state) => state.notes);
  const loadNotes = useCaseNotes((state) => state.load);
  const [message, setMessage] = useState('');
  const [asked, setAsked] = useState(false);
  const [framed] = useState(isFramedByAnotherSite);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => loadNotes(), [loadNotes]);

  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const problem = file.size > 1_000_000 ? 'corrupt' : importEverything(await file.text());
    setMessage(
      problem === null ? 'Imported, and added to the progress that this browser already had.' : importWords[problem],
    );
    if (input.current !== null) input.current.value = '';
  };

  return (
    <Dialog title="Your progress" open onClose={onClose}>
      <p>
        {finishedCount(progress)} of {catalog.length} lessons finished,{' '}
        {counted(Object.keys(progress.answers).length, 'question')} answered,{' '}
        {counted(Object.values(progress.predictions).filter(({ kind }) => kind !== 'skipped').length, 'prediction')}{' '}
        made, {counted(progress.solved.length, 'puzzle')} solved, {closedCount(notes)} of {incidentIndex.length}{' '}
        incidents closed. All of it stays in this browser. To take it to another one, or to hand it in, export it here.
        The file also has the date, and the name on your certificate if you wrote one.
      </p>
      <p className="button-row">
        <button
          type="button"
          className="button"
          onClick={() => downloadText('timeslice-progress.json', 'application/json', exportEverything())}
        >
          Export
        </button>
        {framed ? null : (
          <button type="button" className="button" onClick={() => input.current?.click()}>
            Import…
          </button>
        )}
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          disabled={framed}
          aria-label="Progress file"
          onChange={(event) => void read(event.target.files?.[0])}
        />
        {framed ? null : asked ? (
          <button
            type="button"
            className="button button-bad"
            onClick={() => {
              resetEverything();
              setAsked(false);
              setMessage('Everything was reset.');
            }}
          >
            Really forget everything
          </button>
        ) : (
          <button type="button" className="button" onClick={() => setAsked(true)}>
            Reset…
          </button>
        )}
      </p>
      {/* Following the link closes the dialog. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <p onClick={onClose}>
        On one page to print: <Link to={certificatePath}>Certificate</Link>
      </p>
      {framed ? (
        <p>
          Another site shows this page within its own, so progress can be neither imported nor reset here. <OwnWindow />
          , and do it there.
        </p>
      ) : null}
      <p role="status">{message}</p>
    </Dialog>
  );
}
