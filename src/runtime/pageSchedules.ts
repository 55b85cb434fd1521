import { PythonSchedules } from './pythonSchedules';

/** The interpreters that run the page's schedules; all steppers and searches of the page share them. */
export const pageSchedules = new PythonSchedules();
