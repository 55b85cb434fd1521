import { useState } from 'react';
import { formatDuration } from '../../../core/base/format';
import { CombinedSpans } from '../../../core/trace/spansCombine';
import { Timeline } from '../../timeline/Timeline';
import { coresUsed, lastMs, spansOf, type NativeRow, type NativeRun } from './nativeRun';

interface NativeTimelineProps {
  readonly rows: readonly NativeRow[];
  /** Which of the programs that were watched. */
  readonly program: string;
  /** What the program does, in a few words: "Two threads count". */
  readonly title: string;
  /** What a thread that sleeps may wait for, where there is a GIL and where there is none. */
  readonly asleepFor: { readonly withGil: string; readonly without: string };
}

interface Shown {
  readonly row: NativeRow;
  readonly run: NativeRun;
}

/** Short, or it has no room above its lanes on a phone. */
const nameOf = ({ run }: Shown): string => (run.gil ? 'With the GIL' : 'Without the GIL');

/** The threads of one program on several native Pythons, recorded and drawn on one axis, those with the GIL first. */
export function NativeTimeline({ rows, program, title, asleepFor }: NativeTimelineProps) {
  const shown = rows
    .flatMap((row): readonly Shown[] => {
      const run = row.runs[program];
      return run === undefined ? [] : [{ row, run }];
    })
    .toSorted((one, other) => Number(other.run.gil) - Number(one.run.gil));
  const [source] = useState(() => {
    const all = new CombinedSpans(
      shown.map((one) => ({
        name: nameOf(one),
        source: spansOf(one.run, one.run.gil ? asleepFor.withGil : asleepFor.without),
      })),
    );
    all.setRemarks(shown.map(({ run }) => formatDuration(lastMs(run))));
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
        The middle one of {first.row.repeats} runs on each, {first.row.date}, on {first.row.cores} cores, {first.row.os}
        ; the system was asked every {first.run.everyMs} ms what each thread does, and it does not tell what a sleeping
        thread waits for.{' '}
        {shown
          .map((one) => {
            const conditions = [`CPython ${one.row.python}`, one.row.build, one.row.note].filter(Boolean).join('; ');
            return `${nameOf(one)}: ${conditions}; on average ${coresUsed(one.run).toFixed(1)} cores were busy.`;
          })
          .join(' ')}
      </p>
    </figure>
  );
}
