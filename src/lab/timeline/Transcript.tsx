import { Fragment, useEffect, useState } from 'react';
import type { SpanSource } from '../../core/trace/spans';
import { describeGroups } from '../../core/trace/traceTextWords';

/** The timeline as sentences, for a reader who cannot see the picture. They are made only when it is opened. */
export function Transcript({ source }: { readonly source: SpanSource }) {
  const [open, setOpen] = useState(false);
  const [parts, setParts] = useState<ReturnType<typeof describeGroups>>([]);

  useEffect(() => {
    if (!open) return undefined;
    const tell = (): void => setParts(describeGroups(source.lanes()));
    tell();
    // A text that changes while it is read cannot be read: the next one comes when the run has ended.
    return source.subscribe(() => {
      if (!source.live) tell();
    });
  }, [open, source]);

  return (
    <details className="timeline-transcript" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The timeline in words</summary>
      {parts.map(({ heading, sentences }, part) => (
        <Fragment key={`${part} ${heading}`}>
          {heading === null ? null : <h5>{heading}</h5>}
          <ul>
            {sentences.map((sentence, index) => (
              <li key={`${index} ${sentence}`}>{sentence}</li>
            ))}
          </ul>
        </Fragment>
      ))}
    </details>
  );
}
