import { afterAll, beforeAll, inject } from 'vitest';
import { openPython } from './open.mjs';

/** A page with one Python in it. */
export type PythonTab = Awaited<ReturnType<typeof openPython>>;
type Options = Omit<NonNullable<Parameters<typeof openPython>[0]>, 'dir'>;

const slowestStartMs = 120_000;

/** Opens the page that `npm run differential` has built. Python starts with the first program. */
export const openTab = (options: Options = {}): Promise<PythonTab> =>
  openPython({ dir: inject('pythonPage'), ...options });

/** A page that is opened before the tests of the file or `describe` that calls this, and closed after them. Python starts with the first program. */
export function tabForTests(options: Options = {}, prepare?: (tab: PythonTab) => Promise<unknown>): PythonTab {
  let opened: PythonTab | undefined;
  beforeAll(async () => {
    opened = await openTab(options);
    await prepare?.(opened);
  }, slowestStartMs);
  afterAll(() => opened?.close());
  const tab = (): PythonTab => {
    if (opened === undefined) throw new Error('The page is open only while tests run.');
    return opened;
  };
  return {
    boot: () => tab().boot(),
    run: (source, wishes) => tab().run(source, wishes),
    evaluate: (body, argument) => tab().evaluate(body, argument),
    close: () => tab().close(),
  };
}

/** A page for tests, as `tabForTests` opens it, with Python started. */
export const pythonForTests = (options: Options = {}): PythonTab => tabForTests(options, (tab) => tab.boot());
