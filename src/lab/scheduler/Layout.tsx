import type { ReactNode } from 'react';
import { useNarrow } from '../../ui/useNarrow';

interface LayoutProps {
  readonly bar: ReactNode;
  /** Beside the bar where there is room; on a phone beneath the board, which comes first. */
  readonly settings: ReactNode;
  /** Notices between the bar and the program. */
  readonly notes?: ReactNode;
  readonly head: ReactNode;
  /** The program: stepped through, to be edited, or to be read. */
  readonly children: ReactNode;
  readonly explore?: ReactNode;
}

/** The page's parts, one below the other: what is stepped has the whole width. */
export function Layout({ bar, settings, notes, head, children, explore }: LayoutProps) {
  const narrow = useNarrow();
  const choice = <div className="scheduler-settings">{settings}</div>;
  return (
    <div className="scheduler-bench">
      <div className="scheduler-bar">
        <div className="button-row">{bar}</div>
        {narrow ? null : choice}
      </div>
      <div className="scheduler-notes">{notes}</div>
      <div className="scheduler-program">
        <div className="bench-head">{head}</div>
        <div className="scheduler-pane">{children}</div>
      </div>
      {narrow ? choice : null}
      {explore}
    </div>
  );
}

/** A program to read, and beside it where its threads will stand. */
export function Waiting({ listing, children }: { readonly listing: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="scheduler-waiting">
      {/* The keyboard must be able to scroll long programs. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="scheduler-listing" tabIndex={0} role="group" aria-label="Program">
        {listing}
      </pre>
      <div className="scheduler-idle">{children}</div>
    </div>
  );
}
