import type { ThreadIndex } from '../../../core/schedule/types';
import { markShapes } from './marks';
import './threadMark.css';

interface ThreadMarkProps {
  readonly thread: ThreadIndex;
  /** It ran last. */
  readonly last?: boolean;
}

/** A thread's sign: its number on a shape and a colour of its own. For the eyes only: its name stands beside it, or is said otherwise. */
export function ThreadMark({ thread, last = false }: ThreadMarkProps) {
  return (
    <svg
      className="thread-mark"
      data-thread={thread % markShapes.length}
      data-last={last}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      <path d={markShapes[thread % markShapes.length]} />
      <text x="10" y="14.1" textAnchor="middle">
        {thread}
      </text>
    </svg>
  );
}
