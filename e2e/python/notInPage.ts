/** The programs that the page cannot run, by file name, each with its one reason. */
export const notInPage: Readonly<Record<string, string>> = {
  'traceback_of_thread.py': 'The stack of a thread that waits is not in place, so its frames cannot be looked up.',
  'waiting_costs.py': 'It reads /proc, and there is no operating system.',
};
