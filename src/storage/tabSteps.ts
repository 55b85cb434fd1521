const key = 'timeslice-scheduler-steps';

/** Keeps the steps that this tab has taken through a program, as text, for when it is loaded again; null forgets them. Where that is not possible, a reload begins anew. */
export function keepTabSteps(steps: string | null): void {
  try {
    if (steps === null) globalThis.sessionStorage.removeItem(key);
    else globalThis.sessionStorage.setItem(key, steps);
  } catch {
    return;
  }
}

/** What was kept last; null in a new tab. */
export function readTabSteps(): string | null {
  try {
    return globalThis.sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
