import type { ReactNode } from 'react';

interface LayoutProps {
  readonly bar: ReactNode;
  /** What may scroll away on a phone, beside the bar elsewhere. */
  readonly settings?: ReactNode;
  /** Notices between the bar and the panes. */
  readonly notes?: ReactNode;
  readonly head: ReactNode;
  readonly editor: ReactNode;
  /** The run: it places its parts itself. */
  readonly run: ReactNode;
  /** What can be asked of the program besides a run. */
  readonly safety?: ReactNode;
}

/** The playground's panes: editor and console beside each other, the timeline beneath; on a phone one below the other. */
export function Layout({ bar, settings, notes, head, editor, run, safety }: LayoutProps) {
  return (
    <div className="bench">
      <div className="bench-bar">{bar}</div>
      <div className="bench-settings">{settings}</div>
      <div className="bench-notes">{notes}</div>
      <section className="bench-editor" aria-label="Program">
        <div className="bench-head">{head}</div>
        <div className="bench-code">{editor}</div>
      </section>
      {run}
      <div className="bench-safety">{safety}</div>
    </div>
  );
}

/** What stands where the output will be. */
export function NoOutput({ children }: { readonly children: ReactNode }) {
  return (
    <div className="bench-idle">
      <p className="bench-head">Not run yet.</p>
      <div className="console-box">
        <p className="console-empty">{children}</p>
      </div>
    </div>
  );
}
