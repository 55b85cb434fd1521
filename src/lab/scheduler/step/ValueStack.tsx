import { shorten } from '../../../core/base/shorten';
import './valueStack.css';

/** A thread's button has room for these, and for so much of each. */
const mostOnTop = 4;
const mostOfValue = 12;

interface ValueStackProps {
  /** The last one is on top. */
  readonly stack: readonly string[];
}

/** The upper end of what an instruction finds on the stack, in a line: the top is on the right, as `dis` and the documentation write it. */
export function TopOfStack({ stack }: ValueStackProps) {
  return (
    <span className="value-stack" title={`Value stack, its top on the right: ${sayStack(stack)}`}>
      stack {stack.length > mostOnTop ? '… ' : null}
      {stack.length === 0 ? 'empty' : null}
      {stack.slice(-mostOnTop).map((value, place) => (
        <b key={place}>{shorten(value, mostOfValue)}</b>
      ))}
    </span>
  );
}

/** All that an instruction finds on the stack. */
export function WholeStack({ stack }: ValueStackProps) {
  return (
    <p className="value-stack">
      Value stack, its top on the right:{' '}
      {stack.length === 0 ? 'empty' : stack.map((value, place) => <b key={place}>{shorten(value)}</b>)}
    </p>
  );
}

/** More is not shown in a tip. */
const mostInTip = 300;

const sayStack = (stack: readonly string[]): string =>
  stack.length === 0 ? 'empty' : shorten(stack.join(', '), mostInTip);
