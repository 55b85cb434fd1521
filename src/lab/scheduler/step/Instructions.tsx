import { memo, useLayoutEffect, useRef } from 'react';
import type { CodeListing, Instruction, ScheduledMoment } from '../../../core/python/pythonSchedules';
import { formatCount } from '../../../core/base/format';
import { mostInName, shorten } from '../../../core/base/shorten';
import type { ThreadIndex } from '../../../core/schedule/types';
import { markShapes } from './marks';
import { ThreadMark } from './ThreadMark';
import './instructions.css';

interface InstructionsProps {
  readonly codes: readonly CodeListing[];
  readonly moment: ScheduledMoment;
  /** Who took the last step. */
  readonly last: ThreadIndex | null;
}

interface Standing {
  readonly thread: ThreadIndex;
  readonly offset: number;
}

/** The bytecode of the functions at which threads stand, with their cursors. */
export function Instructions({ codes, moment, last }: InstructionsProps) {
  const standing = new Map<number, Standing[]>();
  moment.threads.forEach(({ calls }, thread) => {
    const [call] = calls;
    if (call?.code === undefined) return;
    standing.set(call.code, [...(standing.get(call.code) ?? []), { thread, offset: call.offset }]);
  });
  // Functions stand before the program that starts them; their order never changes.
  const order = [...standing].toSorted(([a], [b]) => b - a);
  return (
    <div role="group" className="step-dis" aria-label="Bytecode">
      {order.map(([index, threads]) => {
        const code = codes[index];
        return code === undefined ? null : <Code key={index} code={code} threads={threads} last={last} />;
      })}
    </div>
  );
}

/** Scrolls a box as little as shows what lies there in it, with a little around. */
function bringInto(host: HTMLElement, top: number, height: number): void {
  const around = Math.min(2 * height, 40);
  if (top - around < host.scrollTop) host.scrollTop = top - around;
  else if (top + height + around > host.scrollTop + host.clientHeight)
    host.scrollTop = top + height + around - host.clientHeight;
}

/** Longer code is shown around where threads stand in it. */
const mostRows = 1000;
const rowsAroundEach = 50;

/** The instructions to show, and their places among all. */
function rowsAround(
  { instructions }: CodeListing,
  threads: readonly Standing[],
): readonly { readonly instruction: Instruction; readonly index: number }[] {
  const all = instructions.map((instruction, index) => ({ instruction, index }));
  if (all.length <= mostRows) return all;
  const places = threads.map((thread) => instructions.findIndex(({ offset }) => offset >= thread.offset));
  return all.filter(({ index }) => places.some((place) => Math.abs(place - index) <= rowsAroundEach));
}

function Code({
  code,
  threads,
  last,
}: {
  readonly code: CodeListing;
  readonly threads: readonly Standing[];
  readonly last: ThreadIndex | null;
}) {
  const box = useRef<HTMLDivElement>(null);
  const moved = threads.find(({ thread }) => thread === last) ?? threads[0];
  const isLast = moved?.thread === last;
  const rows = rowsAround(code, threads);
  useLayoutEffect(() => {
    const host = box.current;
    const row = host?.querySelector<HTMLElement>(`[data-offset="${moved?.offset ?? 0}"]`);
    if (host === null || row === null || row === undefined) return;
    bringInto(host, row.offsetTop, row.offsetHeight);
    if (isLast && host.parentElement !== null)
      bringInto(host.parentElement, host.offsetTop - host.parentElement.offsetTop, host.offsetHeight);
  }, [moved?.offset, isLast]);
  return (
    <div
      className="dis-code"
      ref={box}
      role="group"
      aria-label={`Bytecode of ${shorten(code.name, mostInName)}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it
      tabIndex={0}
    >
      <table>
        <caption>{shorten(code.name, mostInName)}</caption>
        <thead className="visually-hidden">
          <tr>
            <th>Threads</th>
            <th>Line</th>
            <th>Offset</th>
            <th>Instruction</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ instruction, index }) => {
            const before = code.instructions[index - 1];
            const here = threads.filter(({ offset }) => offset === instruction.offset).map(({ thread }) => thread);
            return (
              <Row
                key={instruction.offset}
                instruction={instruction}
                begins={instruction.line !== before?.line}
                threads={here.join(' ')}
                last={last !== null && here.includes(last) ? last : null}
              />
            );
          })}
        </tbody>
      </table>
      {rows.length < code.instructions.length ? (
        <p className="hint">{formatCount(code.instructions.length - rows.length)} other instructions are not shown.</p>
      ) : null}
    </div>
  );
}

interface RowProps {
  readonly instruction: Instruction;
  /** The first of its line. */
  readonly begins: boolean;
  /** Numbers apart, so that equal rows are the same. */
  readonly threads: string;
  readonly last: ThreadIndex | null;
}

const Row = memo(function Row({
  instruction: { offset, label, name, argument, line },
  begins,
  threads,
  last,
}: RowProps) {
  const here = threads === '' ? [] : threads.split(' ').map(Number);
  return (
    <tr
      data-offset={offset}
      data-here={here.length > 0}
      data-begins={begins}
      {...(last !== null && { 'data-thread': last % markShapes.length, 'data-last': true })}
    >
      <td className="dis-signs">
        {here.map((thread) => (
          <ThreadMark key={thread} thread={thread} last={thread === last} />
        ))}
        <span className="visually-hidden">{here.length === 0 ? '' : `thread ${here.join(', ')} stands here`}</span>
      </td>
      <td className="dis-line">{begins ? line : null}</td>
      <td className="dis-offset">
        {label === null ? null : <span className="dis-label">L{label}</span>}
        {offset}
      </td>
      <td className="dis-name">
        {name} <span>{shorten(argument)}</span>
      </td>
    </tr>
  );
});
