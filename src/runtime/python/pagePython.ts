import { Python } from './python';

/** The page's one Python. All programs and experiments run in it, one after another, and it stays warm between them. */
export const pagePython = new Python();
