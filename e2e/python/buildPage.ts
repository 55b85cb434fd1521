import type { TestProject } from 'vitest/node';
import { buildPythonPage } from './open.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built page e2e/python/page. */
    readonly pythonPage: string;
  }
}

const folder = '.cache/python-page';

/** Builds the page once for all test files. Another folder's page may be taken instead, with the variable TIMESLICE_PYTHON_PAGE. */
export default function setup(project: TestProject): void {
  const given = process.env['TIMESLICE_PYTHON_PAGE'];
  if (given === undefined) buildPythonPage(folder);
  project.provide('pythonPage', given ?? folder);
}
