import { keepInTab, readTab } from './tab';

const key = 'timeslice-scheduler-steps';

/** Keeps the steps that this tab has taken through a program, as text, for when it is loaded again; null forgets them. Where that is not possible, a reload begins anew. */
export const keepTabSteps = (steps: string | null): void => keepInTab(key, steps);

/** What was kept last; null in a new tab. */
export const readTabSteps = (): string | null => readTab(key);
