import { useState } from 'react';
import './keyLegend.css';

interface KeyLegendProps {
  readonly threads: number;
  /** Whether keys without Ctrl count: a setting of the reader's. */
  readonly single: boolean;
}

/** Which keys there are, and where they are heard; and what the signs mean. */
export function KeyLegend({ threads, single }: KeyLegendProps) {
  const [open, setOpen] = useState(() => !matchMedia('(max-width: 60rem)').matches);
  const most = Math.min(threads - 1, 9);
  return (
    <details className="step-legend" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Keys and signs</summary>
      <ul aria-label="Keys">
        {single ? (
          <>
            <li>
              <kbd>0</kbd>
              {most > 0 ? (
                <>
                  –<kbd>{most}</kbd>
                </>
              ) : null}{' '}
              a step of that thread
            </li>
            <li>
              <kbd>⌫</kbd> or <kbd>U</kbd> undo
            </li>
            <li>
              <kbd>Y</kbd> redo
            </li>
            <li>
              <kbd>Home</kbd>, <kbd>End</kbd> the beginning, the end
            </li>
          </>
        ) : null}
        <li>
          <kbd>Ctrl</kbd> <kbd>Z</kbd>, <kbd>Ctrl</kbd> <kbd>Y</kbd> undo, redo
        </li>
      </ul>
      <p>
        {single
          ? 'These keys work while the board is in sight, except while you type. You can turn single keys off under Help.'
          : 'Keys for single threads are turned off under Help. The others work unless you type in a field.'}
      </p>
      <ul className="tape-legend" aria-label="Signs">
        {(
          [
            ['running', 'takes the step'],
            ['ready', 'could have gone on'],
            ['waiting', 'waits for time to pass'],
            ['blocked', 'blocked'],
          ] as const
        ).map(([state, words]) => (
          <li key={state}>
            <span className="timeline-swatch" data-state={state} aria-hidden="true" />
            {words}
          </li>
        ))}
        <li>
          <span className="listing-ran-sign" aria-hidden="true" />
          the line that ran last
        </li>
        <li>
          <span className="tape-switch-sign" data-preemption="false" aria-hidden="true" />
          switch: a step of a thread that did not take the step before
        </li>
        <li>
          <span className="tape-switch-sign" data-preemption="true" aria-hidden="true" />
          switch away from a thread that could have gone on
        </li>
        <li>
          <span className="tape-switch-sign" data-preemption="true" data-rule="free-threaded" aria-hidden="true" />
          dashed: a switch that only CPython without the GIL can make; any CPython can make the others
        </li>
      </ul>
    </details>
  );
}
