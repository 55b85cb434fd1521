/** What a stopped run rejects with. */
export function stoppedError(): DOMException {
  return new DOMException('The run was stopped.', 'AbortError');
}

/** True for what a stopped run rejects with, also when it came out of a worker. */
export function isStopped(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** For `catch`, where giving up on an answer is all that is expected. @throws what else it is given. */
export function ignoreStopped(error: unknown): void {
  if (!isStopped(error)) throw error;
}

/** Settles as `work` does, or rejects with an `AbortError` as soon as it is stopped; `work` itself goes on. */
export function orStopped<R>(work: Promise<R>, signal: AbortSignal): Promise<R> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(stoppedError());
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
