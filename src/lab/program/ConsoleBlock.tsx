import { memo, type ReactNode } from 'react';
import type { LaneId } from '../../core/trace/trace';
import type { ConsoleLine, ConsoleStream, Segment } from './consoleLog';
import { placeIn } from './tracebackPlace';
import { nameInMargin } from './words';

/** What of the output is shown: null stands for all. */
export interface ConsoleFilter {
  readonly lane: LaneId | null;
  readonly stream: ConsoleStream | null;
}

const passes = ({ lane, stream }: ConsoleFilter, segment: Segment): boolean =>
  (lane === null || segment.lane === lane) && (stream === null || segment.stream === stream);

interface ConsoleBlockProps {
  readonly lines: readonly ConsoleLine[];
  /** Who wrote the line before these; null at the beginning. */
  readonly before: LaneId | null;
  readonly filter: ConsoleFilter;
  readonly names: ReadonlyMap<LaneId, string>;
  /** Names stand in the margin, since several threads wrote. */
  readonly named: boolean;
  /** The program's file: its lines in tracebacks can be followed. */
  readonly fileName: string;
  onLine?(line: number): void;
}

function same(a: ConsoleBlockProps, b: ConsoleBlockProps): boolean {
  return (
    a.lines.length === b.lines.length &&
    a.lines[0] === b.lines[0] &&
    a.lines.at(-1) === b.lines.at(-1) &&
    a.before === b.before &&
    a.filter === b.filter &&
    a.named === b.named &&
    a.names === b.names &&
    a.fileName === b.fileName
  );
}

interface Row {
  readonly id: number;
  readonly segments: readonly Segment[];
  readonly lane: LaneId | null;
  /** Another thread than in the line above. */
  readonly changed: boolean;
}

/** What is left of the lines by the filter, with who wrote each. */
function rowsOf(lines: readonly ConsoleLine[], filter: ConsoleFilter, before: LaneId | null): readonly Row[] {
  const rows: Row[] = [];
  let writer = before;
  for (const { id, segments: all } of lines) {
    const segments = all.filter((segment) => passes(filter, segment));
    if (segments.length === 0 && all.length > 0) continue;
    const lane = segments[0]?.lane ?? writer;
    rows.push({ id, segments, lane, changed: lane !== writer });
    writer = lane;
  }
  return rows;
}

/** Some lines of the console. A full block is drawn once. */
export const ConsoleBlock = memo(function ConsoleBlock({
  lines,
  before,
  filter,
  names,
  named,
  fileName,
  onLine,
}: ConsoleBlockProps) {
  const nameOf = (lane: LaneId | null): string => (lane === null ? '' : (names.get(lane) ?? lane));
  return (
    <div className="console-block">
      {rowsOf(lines, filter, before).map(({ id, segments, lane, changed }) => (
        <div className="console-line" key={id}>
          {named ? <Who name={nameOf(lane)} shown={changed} /> : null}
          <span className="console-text">
            {segments.map((segment, index) => (
              <Words
                // Segments are only ever added at a line's end.
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                segment={segment}
                by={named && segment.lane !== lane ? nameOf(segment.lane) : null}
                fileName={fileName}
                {...(onLine === undefined ? {} : { onLine })}
              />
            ))}
            {'\n'}
          </span>
        </div>
      ))}
    </div>
  );
}, same);

function Who({ name, shown }: { readonly name: string; readonly shown: boolean }) {
  return (
    <span className="console-who" title={name}>
      {shown ? nameInMargin(name) : null}
    </span>
  );
}

interface WordsProps {
  readonly segment: Segment;
  /** Who wrote it, where that is another than the line's first. */
  readonly by: string | null;
  readonly fileName: string;
  onLine?(line: number): void;
}

function Words({ segment: { stream, text }, by, fileName, onLine }: WordsProps) {
  return (
    <span className={`console-${stream}`}>
      {by === null ? null : <span className="console-by">{nameInMargin(by)}</span>}
      {stream === 'stderr' && onLine !== undefined ? linked(text, fileName, onLine) : text}
    </span>
  );
}

/** A traceback's line with a link to the line of the program that it names. */
function linked(text: string, fileName: string, onLine: (line: number) => void): ReactNode {
  const place = placeIn(text, fileName);
  if (place === null) return text;
  const { before, words, after, line } = place;
  return (
    <>
      {before}
      <button type="button" className="link-button" onClick={() => onLine(line)}>
        {words}
      </button>
      {after}
    </>
  );
}
