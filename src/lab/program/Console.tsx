import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../core/base/format';
import type { LaneId } from '../../core/trace/trace';
import { downloadText } from '../../ui/download';
import { ConsoleBlock, type ConsoleFilter } from './ConsoleBlock';
import { ConsoleTools } from './ConsoleTools';
import type { ConsoleLine } from './consoleLog';
import { asksForInterrupt, hasSelection } from './interruptKey';
import { Questions } from './Questions';
import { useConsole } from './useConsole';
import type { PythonRunView } from './usePythonRun';

/** How many lines are drawn, or left alone, together. */
const blockLines = 100;
/** Longer output is not read aloud as it comes. */
const mostReadAloud = 30;
const everything: ConsoleFilter = { lane: null, stream: null };

interface ConsoleProps {
  readonly run: PythonRunView;
  /** The program's file. */
  readonly fileName: string;
  /** See `ProgramRun`. */
  readonly edited: boolean;
  onLine?(line: number): void;
  /** Clears the console; after a run, the run. */
  onClear(): void;
}

/** What a program writes and asks: the latest lines in a box that follows its end, until the reader scrolls up. */
export function Console({ run, fileName, edited, onLine, onClear }: ConsoleProps) {
  const { console: log, names, questions } = run;
  const lines = useConsole(log);
  const box = useRef<HTMLDivElement>(null);
  const follow = useRef(true);
  const [filter, setFilter] = useState(everything);
  const lanes = log.lanes;
  const named = lanes.length > 1;
  const blocks = useMemo(() => blocksOf(lines), [lines]);

  useLayoutEffect(() => {
    if (follow.current && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  });

  return (
    <div className="console">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it is the program's terminal, whose keys have a button beside Stop as well */}
      <div
        ref={box}
        className="console-box"
        role="group"
        aria-label="Output"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it
        tabIndex={0}
        data-named={named}
        onKeyDown={(event) => {
          if (run.phase.kind !== 'running' || !asksForInterrupt(event) || hasSelection(event.target)) return;
          event.preventDefault();
          run.keyboardInterrupt();
        }}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          follow.current = scrollHeight - scrollTop - clientHeight < 12;
        }}
      >
        {log.dropped > 0 ? (
          <p className="console-note">
            {formatCount(log.dropped)} earlier lines are not shown here.{' '}
            <button
              type="button"
              className="link-button"
              onClick={() => downloadText(outputName(fileName), 'text/plain', log.text())}
            >
              Download the whole output
            </button>
          </p>
        ) : null}
        <div
          role="log"
          aria-label="Output of the program"
          aria-live={log.dropped + lines.length > mostReadAloud ? 'off' : 'polite'}
        >
          {blocks.map((block, index) => (
            <ConsoleBlock
              key={blockOf(block)}
              lines={block}
              before={lastWriter(blocks[index - 1])}
              filter={filter}
              names={names}
              named={named}
              fileName={fileName}
              {...(onLine === undefined ? {} : { onLine })}
            />
          ))}
        </div>
        {lines.length === 0 &&
        questions.length === 0 &&
        !(run.phase.kind === 'ended' && run.phase.end.status === 'lost') ? (
          <p className="console-empty">{run.busy ? 'Nothing printed yet.' : 'It printed nothing.'}</p>
        ) : null}
        <Questions run={run} edited={edited} />
      </div>
      {lines.length === 0 ? null : (
        <ConsoleTools
          log={log}
          lanes={lanes}
          names={names}
          filter={filter}
          onFilter={setFilter}
          outputName={outputName(fileName)}
          onClear={onClear}
        />
      )}
    </div>
  );
}

const outputName = (fileName: string): string => `${fileName.replace(/\.py$/, '')}-output.txt`;

const blockOf = (lines: readonly ConsoleLine[]): number => Math.floor((lines[0]?.id ?? 0) / blockLines);

const lastWriter = (lines: readonly ConsoleLine[] | undefined): LaneId | null =>
  lines?.findLast(({ segments }) => segments.length > 0)?.segments[0]?.lane ?? null;

/** Cuts at whole hundreds of the lines' numbers, so that what is above stays as it is when lines are added below or dropped at the top. */
function blocksOf(lines: readonly ConsoleLine[]): readonly (readonly ConsoleLine[])[] {
  const blocks: ConsoleLine[][] = [];
  let number = -1;
  for (const line of lines) {
    const own = Math.floor(line.id / blockLines);
    if (own !== number) blocks.push([]);
    number = own;
    blocks.at(-1)?.push(line);
  }
  return blocks;
}
