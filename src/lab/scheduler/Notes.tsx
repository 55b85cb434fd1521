import { useHears } from '../../ui/useHears';
import { NoteBox, quiet } from '../workbench/NoteBox';
import type { SharedRun } from './address';
import type { SharedVerdict } from './verdictAddress';

interface ForeignNoteProps {
  readonly steps: SharedRun | null;
  readonly verdict: SharedVerdict | null;
  /** Tries the schedules again. */
  onCheck(verdict: SharedVerdict): void;
  /** Takes the steps again; without them, begins at the first. */
  onAgree(steps: SharedRun | null): void;
}

/** A program came from outside: nothing of it runs before the reader agrees. */
export function ForeignNote({ steps, verdict, onCheck, onAgree }: ForeignNoteProps) {
  const count = steps?.schedule.length ?? 0;
  const alone = count === 0 && verdict === null;
  const hears = useHears();
  return (
    <NoteBox
      kind="shared"
      buttons={
        <>
          {steps === null || count === 0 ? null : (
            <button
              type="button"
              className="button button-primary"
              aria-disabled={!hears}
              onClick={() => hears && onAgree(steps)}
            >
              {count === 1 ? 'Replay its step' : `Replay these ${count} steps`}
            </button>
          )}
          {verdict === null ? null : (
            <button
              type="button"
              className="button button-primary"
              aria-disabled={!hears}
              onClick={() => hears && onCheck(verdict)}
            >
              Check its verdict
            </button>
          )}
          <button
            type="button"
            className={alone ? 'button button-primary' : 'button'}
            aria-disabled={!hears}
            onClick={() => hears && onAgree(null)}
          >
            {alone ? 'Step through it' : 'Begin at the first step'}
          </button>
        </>
      }
    >
      <p>
        This program
        {verdict === null ? '' : ', and a verdict on it,'}
        {count === 0 ? '' : `, and ${count === 1 ? 'a step' : `${count} steps`} through it,`} came with the address.
        Read it before it runs: it cannot reach the page or your files, but it is not ours. Your own drafts are under
        Programs.
      </p>
    </NoteBox>
  );
}

/** What a replay came to, where that is not what the address says. */
export function DifferenceNote({ sentences, onDismiss }: { readonly sentences: readonly string[]; onDismiss(): void }) {
  return (
    <NoteBox kind="differs" bad buttons={quiet('Dismiss', onDismiss)}>
      <p>
        <strong>This is not exactly what was shared.</strong> {sentences.join(' ')}
      </p>
    </NoteBox>
  );
}

interface LostNoteProps {
  readonly reason: string;
  readonly remedy: 'retry' | 'reload' | 'none';
  onRetry(): void;
}

/** Python could not be had, or went under. */
export function LostNote({ reason, remedy, onRetry }: LostNoteProps) {
  const button =
    remedy === 'none' ? null : remedy === 'reload' ? (
      <button type="button" className="button" onClick={() => location.reload()}>
        Load the page again
      </button>
    ) : (
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    );
  return (
    <NoteBox kind="lost" bad buttons={button}>
      <p>{reason}</p>
    </NoteBox>
  );
}

/** Some of what the program does, no schedule decides. */
export function UnsteppableNote({ what, onPlayground }: { readonly what: string; onPlayground(): void }) {
  return (
    <NoteBox kind="outside" buttons={quiet('Open it in the playground', onPlayground)}>
      <p>
        This program {what}. A schedule does not decide what comes from outside, so stepping ends there. In the
        playground the program runs as a whole.
      </p>
    </NoteBox>
  );
}
