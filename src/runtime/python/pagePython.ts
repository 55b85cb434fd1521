import { InterpreterPool } from './interpreterPool';
import { Python } from './python';

/** The page's interpreters, for its one Python, for the processes of programs, and for schedules. */
export const pageInterpreters = new InterpreterPool();

/** The page's one Python. All programs and experiments run in it, one after another, and it stays started between them. */
export const pagePython = new Python(pageInterpreters);
