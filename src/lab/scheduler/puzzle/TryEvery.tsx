import type { ReactNode, Ref } from 'react';
import { usePress } from '../../../ui/usePress';

interface TryEveryProps {
  /** Schedules are being tried. */
  readonly busy: boolean;
  /** Something else comes next. */
  readonly minor?: boolean;
  /** What needs it, as the subject of a sentence, where the browser cannot run the program; null where it can. */
  readonly impossible: string | null;
  readonly button?: Ref<HTMLButtonElement>;
  onTry(): void;
  onStop(): void;
  /** How far it is. */
  readonly children: ReactNode;
}

/** The button by which a puzzle's reader lets the page try every schedule, or ends that. */
export function TryEvery({ busy, minor = false, impossible, button, onTry, onStop, children }: TryEveryProps) {
  const press = usePress<'try' | 'stop'>((meaning) => (meaning === 'stop' ? onStop() : onTry()));
  if (impossible !== null)
    return (
      <p className="puzzle-impossible">
        {impossible} needs a browser that can suspend WebAssembly: Chrome or Edge from version 137, Firefox from 153, or
        Safari from 27.
      </p>
    );
  return (
    <div className="button-row">
      <button
        type="button"
        ref={button}
        className={minor ? 'button' : 'button button-primary'}
        onClick={(event) => press(event, busy ? 'stop' : 'try')}
      >
        {busy ? 'Stop' : minor ? 'Try every schedule again' : 'Try every schedule'}
      </button>
      {children}
    </div>
  );
}
