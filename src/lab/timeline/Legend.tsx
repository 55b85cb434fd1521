import { stateMeanings } from '../../core/trace/traceTextWords';
import type { Seen } from './seen';

/** What the patterns and marks mean, those that occur. */
export function Legend({ seen }: { readonly seen: Seen }) {
  return (
    <>
      <ul className="timeline-legend" aria-label="Legend">
        {seen.states.map((state) => (
          <li key={state}>
            <span className="timeline-swatch" data-state={state} aria-hidden="true" />
            <span>
              {state} <span className="timeline-meaning">{stateMeanings[state]}</span>
            </span>
          </li>
        ))}
        {marksOf(seen).map(([mark, text]) => (
          <li key={mark}>
            <span className="timeline-swatch" data-mark={mark} aria-hidden="true" />
            {text}
          </li>
        ))}
      </ul>
      {seen.helpers.map((words) => (
        <p key={words} className="hint timeline-helper">
          {words}
        </p>
      ))}
    </>
  );
}

/** The marks beside the spans, with what they stand for. */
export function marksOf(
  seen: Seen,
): readonly (readonly [mark: 'hold' | 'note' | 'failed' | 'stopped', text: string])[] {
  return [
    ...(seen.holds ? [['hold', 'holds a lock'] as const] : []),
    ...(seen.notes ? [['note', 'note'] as const] : []),
    ...(seen.failed ? [['failed', 'failed'] as const] : []),
    ...(seen.stopped ? [['stopped', 'stopped'] as const] : []),
  ];
}
