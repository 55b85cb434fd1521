import { useMemo, useState } from 'react';
import type { PythonRunView } from './usePythonRun';
import { lastLine } from './words';

/** The line of a program that its editor marks. */
export interface ErrorLine {
  /** The program stands as it ran, so line numbers of the run hold for it. */
  readonly holds: boolean;
  /** Null where there is none. The same object until something of it changes. */
  readonly error: { readonly line: number; readonly message: string } | null;
  /** The reader followed a link to this line. */
  readonly followed: number | null;
  follow(line: number): void;
  /** Forgets where the reader followed a link to. */
  forget(): void;
}

/** Where a run failed in the text `source`, or the line that the reader followed a link of the traceback to. */
export function useErrorLine({ order, phase }: PythonRunView, source: string): ErrorLine {
  const [followed, setFollowed] = useState<number | null>(null);
  const holds = order?.source === source;
  const failed = phase.kind === 'ended' && phase.end.status === 'failed' && holds ? phase.end : null;
  const line = failed?.line ?? null;
  const reason = failed === null ? '' : lastLine(failed.reason);
  const error = useMemo(() => {
    if (followed !== null && followed !== line) return { line: followed, message: 'The traceback points here.' };
    return line === null ? null : { line, message: reason };
  }, [followed, line, reason]);
  return useMemo(
    () => ({ holds, error, followed, follow: setFollowed, forget: () => setFollowed(null) }),
    [holds, error, followed],
  );
}
