import type { RunRecord } from '../../core/experiment/experiment';
import type { Experiment } from './experiment';

/** What each strategy's program printed when it ran last. */
export function Printed({
  experiment,
  records,
}: {
  readonly experiment: Experiment;
  readonly records: readonly RunRecord[];
}) {
  const outputs = experiment.strategies.flatMap(({ id, name }) => {
    const outcome = records.findLast((record) => record.strategy === id)?.outcome;
    return outcome?.status === 'finished' && outcome.report.printed !== undefined
      ? [{ id, name, text: outcome.report.printed }]
      : [];
  });
  if (outputs.length === 0) return null;
  return (
    <div className="printed">
      {outputs.map(({ id, name, text }) => (
        <figure key={id} data-strategy={id}>
          <figcaption>{name} printed</figcaption>
          {/* The keyboard must be able to scroll it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre tabIndex={0} role="group" aria-label={`What ${name} printed`}>
            {text}
          </pre>
        </figure>
      ))}
    </div>
  );
}
