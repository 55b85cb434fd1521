import { pagePython } from '../python/pagePython';
import { PythonSchedules } from './pythonSchedules';

/** The page's one source of schedules: all steppers and searches share the interpreters that are kept for programs' processes. */
export const pageSchedules = new PythonSchedules(pagePython.warm);
