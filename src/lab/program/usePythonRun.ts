import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { PythonOrder } from '../../core/python/python';
import { pagePython } from '../../runtime/python/pagePython';
import type { ConsoleLog } from './consoleLog';
import { PythonRun, type PythonRunState } from './pythonRun';

/** A run as components see it: its state, and what can be done with it. */
export interface PythonRunView extends PythonRunState {
  /** What the program wrote. It tells its own changes (`subscribe`), so that a flood of output draws nothing but the console. */
  readonly console: ConsoleLog;
  /** Waiting, booting or running: there is something to stop. */
  readonly busy: boolean;
  run(order: PythonOrder): void;
  stop(): void;
  /** Sends the program SIGINT, as Ctrl+C in a terminal does. */
  keyboardInterrupt(): void;
  clear(): void;
  /** Stops what runs, and forgets it. */
  dismiss(): void;
  /** Answers a question of the kind `input`; null ends the input. */
  answer(id: number, line: string | null): void;
  /** Answers a question of the kind `fetch`. */
  allow(id: number, allowed: boolean): void;
}

/** Owns one run at a time. When its component goes, or the page is left, what runs is stopped; Python itself stays warm. */
export function usePythonRun(): PythonRunView {
  const [owner] = useState(() => new PythonRun(pagePython));
  const state = useStore(owner.store);

  useEffect(() => {
    const leave = (): void => owner.stop();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [owner]);

  const actions = useMemo(
    () => ({
      console: owner.console,
      run: (order: PythonOrder) => void owner.run(order),
      stop: () => owner.stop(),
      keyboardInterrupt: () => owner.keyboardInterrupt(),
      clear: () => owner.clear(),
      dismiss: () => owner.dismiss(),
      answer: (id: number, line: string | null) => owner.answer(id, line),
      allow: (id: number, allowed: boolean) => owner.allow(id, allowed),
    }),
    [owner],
  );
  const { kind } = state.phase;
  return { ...state, ...actions, busy: kind !== 'idle' && kind !== 'ended' };
}
