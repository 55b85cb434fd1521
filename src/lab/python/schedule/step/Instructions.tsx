import { memo, useLayoutEffect, useRef } from 'react';
import type { CodeListing, Instruction, ScheduledMoment } from '../../../../core/engines/pythonSchedules';
import type { ThreadIndex } from '../../../../core/schedule/types';
import { markShapes } from './marks';
import { ThreadMark } from './ThreadMark';

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
  // What the last step was in comes first.
  const order = [...standing].toSorted(([, a], [, b]) => rank(b, last) - rank(a, last));
  return (
    <section className="step-dis" aria-label="Bytecode">
      {order.map(([index, threads]) => {
        const code = codes[index];
        return code === undefined ? null : <Code key={index} code={code} threads={threads} last={last} />;
      })}
    </section>
  );
}

/** Functions in which somebody stands but the main thread come first, and the one in which somebody just ran before all. */
const rank = (threads: readonly Standing[], last: ThreadIndex | null): number => (threads.some(({ thread }) => thread === last) ? 2 : threads.some(({ thread }) => thread !== 0) ? 1 : 0);

function Code({ code, threads, last }: { readonly code: CodeListing; readonly threads: readonly Standing[]; readonly last: ThreadIndex | null }) {
  const box = useRef<HTMLDivElement>(null);
  const moved = threads.find(({ thread }) => thread === last) ?? threads[0];
  useLayoutEffect(() => {
    const row = box.current?.querySelector<HTMLElement>(`[data-offset="${moved?.offset ?? 0}"]`);
    const host = box.current;
    if (row === null || row === undefined || host === null) return;
    const [top, bottom] = [row.offsetTop - 2 * row.offsetHeight, row.offsetTop + 3 * row.offsetHeight];
    if (top < host.scrollTop) host.scrollTop = top;
    else if (bottom > host.scrollTop + host.clientHeight) host.scrollTop = bottom - host.clientHeight;
  }, [moved?.offset]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it
    <div className="dis-code" ref={box} role="group" aria-label={`Bytecode of ${code.name}`} tabIndex={0}>
      <table>
        <caption>{code.name}</caption>
        <thead className="visually-hidden">
          <tr>
            <th>Threads</th>
            <th>Line</th>
            <th>Offset</th>
            <th>Instruction</th>
          </tr>
        </thead>
        <tbody>
          {code.instructions.map((instruction, index) => {
            const before = code.instructions[index - 1];
            const here = threads.filter(({ offset }) => offset === instruction.offset).map(({ thread }) => thread);
            return <Row key={instruction.offset} instruction={instruction} begins={instruction.line !== before?.line} threads={here.join(' ')} last={last !== null && here.includes(last) ? last : null} />;
          })}
        </tbody>
      </table>
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

const Row = memo(function Row({ instruction: { offset, label, name, argument, line }, begins, threads, last }: RowProps) {
  const here = threads === '' ? [] : threads.split(' ').map(Number);
  return (
    <tr data-offset={offset} data-here={here.length > 0} data-begins={begins} {...(last !== null && { 'data-thread': last % markShapes.length, 'data-last': true })}>
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
        {name} <span>{argument}</span>
      </td>
    </tr>
  );
});
