import type { ReactNode } from 'react';
import { OwnWindow } from '../../ui/OwnWindow';

interface NoteBoxProps {
  readonly kind: string;
  readonly bad?: boolean;
  readonly children: ReactNode;
  readonly buttons: ReactNode;
}

/** A note at the top of a page, with what the reader can do about it. */
export function NoteBox({ kind, bad = false, children, buttons }: NoteBoxProps) {
  return (
    <div className={bad ? 'notice notice-bad' : 'notice'} data-notice={kind}>
      <div role="status">{children}</div>
      <p className="button-row">{buttons}</p>
    </div>
  );
}

/** A button for what need not be done. */
export const quiet = (word: string, press: () => void) => (
  <button type="button" className="button button-quiet" onClick={press}>
    {word}
  </button>
);

/** Stands in place of the question whether a program may run where another site shows this page within its own: there the reader must not be asked. */
export function FramedNote() {
  return (
    <NoteBox kind="framed" bad buttons={null}>
      <p>
        This program came with the address, and another site shows this page within its own. Here it does not run.{' '}
        <OwnWindow />, and read it there.
      </p>
    </NoteBox>
  );
}
