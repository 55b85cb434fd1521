import { FifoLock } from '../core/engines/fifoLock';
import { orStopped } from '../runtime/stopping';

/** The page's experiments measure one after another: two at once would measure each other. */
const pageTurns = new FifoLock<symbol>();

/**
 * Resolves when it is the caller's turn, with what ends the turn. Rejects with an `AbortError` when stopped before. `onWait` is
 * called at once when somebody else has the turn.
 */
export async function takeTurn(
  signal: AbortSignal,
  { onWait, turns = pageTurns }: { readonly onWait?: () => void; readonly turns?: FifoLock<symbol> } = {},
): Promise<() => void> {
  const me = Symbol('a turn');
  const end = (): void => turns.release(me);
  if (turns.holder !== null) onWait?.();
  const granted = turns.acquire(me);
  try {
    await orStopped(granted, signal);
  } catch (error) {
    // A turn that was given up goes to the next as soon as it comes.
    void granted.then(end);
    throw error;
  }
  return end;
}
