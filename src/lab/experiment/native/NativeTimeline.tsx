import { useState } from 'react';
import { formatDuration } from '../../../core/base/format';
import { CombinedSpans } from '../../../core/trace/spansCombine';
import { Timeline } from '../../timeline/Timeline';
import { coresUsed, lastMs, spansOf, type NativeRow } from './nativeRun';

interface NativeTimelineProps {
  readonly rows: readonly NativeRow[];
  /** Which of the programs that were watched. */
  readonly program: string;
  /** What the program does, in a few words: "Two threads count". */
  readonly title: string;
  /** What a thread that sleeps may wait for, where there is a GIL and where there is none. */
  readonly asleepFor: { readonly withGil: string; readonly without: string };
}

const nameOf = ({ implementation, python }: NativeRow): string => `${implementation} ${python}`;

/** The threads of one program on several native Pythons, recorded and drawn on one axis. */
export function NativeTimeline({ rows, program, title, asleepFor }: NativeTimelineProps) {
  const shown = rows.flatMap((row) => {
    const run = row.runs[program];
    return run === undefined ? [] : [{ row, run }];
  });
  const [source] = useState(() => {
    const all = new CombinedSpans(
      shown.map(({ row, run }) => ({
        name: nameOf(row),
        source: spansOf(run, run.gil ? asleepFor.withGil : asleepFor.without),
      })),
    );
    all.setRemarks(
      shown.map(({ run }) => `${formatDuration(lastMs(run))}, ${coresUsed(run).toFixed(1)} cores busy on average`),
    );
    return all;
  });
  const first = shown[0];
  if (first === undefined) throw new Error(`There is no recorded run of ${program}.`);
  return (
    <figure className="recorded">
      <figcaption>
        <span className="kicker">Recorded, not measured here</span> {title}
      </figcaption>
      <Timeline source={source} title={title} />
      <p className="hint">
        One run on each, {first.row.date}, on {first.row.cores} cores, {first.row.os}; the system was asked every{' '}
        {first.run.everyMs} ms what each thread does, and it does not tell what a sleeping thread waits for.{' '}
        {shown.map(({ row }) => `${nameOf(row)}: ${[row.build, row.note].filter(Boolean).join('; ')}.`).join(' ')}
      </p>
    </figure>
  );
}
