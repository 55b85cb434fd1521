import type { RunRecord } from '../../core/experiment/experiment';
import { formatDuration } from '../../core/base/format';
import type { Experiment } from './experiment';

/** Everything one needs to judge the numbers: workers, clock, isolation, repeats, visibility, and how each strategy was done. */
export function WhatReallyRan({
  experiment,
  records,
}: {
  readonly experiment: Experiment;
  readonly records: readonly RunRecord[];
}) {
  const last = records.at(-1);
  if (last === undefined) return null;
  const { isolated, clockResolutionMs } = last.conditions;
  return (
    <details className="what-ran">
      <summary>What really ran</summary>
      <ul>
        <li>The clock of this page moves in steps of {formatDuration(clockResolutionMs)}.</li>
        <li>
          {isolated
            ? 'The page is isolated: workers can share memory.'
            : 'The page is not isolated: no shared memory, and a coarser clock.'}
        </li>
      </ul>
      {experiment.strategies.map(({ id, name }) => {
        const own = records.filter((record) => record.strategy === id);
        const hidden = own.filter((record) => record.conditions.hidden).length;
        const finished = own.findLast((record) => record.outcome.status === 'finished')?.outcome;
        if (finished?.status !== 'finished') return null;
        const { workers, prepareMs, how } = finished.report;
        return (
          <section key={id}>
            <h5>{name}</h5>
            <ul>
              <li>
                {workers === 0
                  ? 'No worker: the page itself did the work'
                  : `${workers} ${workers === 1 ? 'worker' : 'workers'}`}
                {prepareMs > 0 ? `, started and warmed up in ${formatDuration(prepareMs)} before the clock ran` : ''}.
              </li>
              <li>
                {own.length} {own.length === 1 ? 'run' : 'runs'}
                {hidden === 0 ? ', never hidden' : `, ${hidden} of them not counted because the tab was hidden`}.
              </li>
              {how.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        );
      })}
    </details>
  );
}
