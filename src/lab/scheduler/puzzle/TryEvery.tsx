import type { ReactNode } from 'react';
import { usePress } from '../../../ui/usePress';

interface TryEveryProps {
  /** Schedules are being tried. */
  readonly busy: boolean;
  onTry(): void;
  onStop(): void;
  /** How far it is. */
  readonly children: ReactNode;
}

/** The button by which a puzzle's reader lets the page try every schedule, or ends that. */
export function TryEvery({ busy, onTry, onStop, children }: TryEveryProps) {
  const press = usePress<'try' | 'stop'>((meaning) => (meaning === 'stop' ? onStop() : onTry()));
  return (
    <div className="button-row">
      <button type="button" className="button button-primary" onClick={(event) => press(event, busy ? 'stop' : 'try')}>
        {busy ? 'Stop' : 'Try every schedule'}
      </button>
      {children}
    </div>
  );
}
