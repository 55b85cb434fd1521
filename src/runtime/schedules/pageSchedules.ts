import { pageInterpreters } from '../python/pagePython';
import { PythonSchedules } from './pythonSchedules';

/** The page's one source of schedules: all steppers and searches share the page's interpreters. */
export const pageSchedules = new PythonSchedules(pageInterpreters);
