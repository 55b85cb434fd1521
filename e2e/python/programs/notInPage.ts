/** The programs that the page cannot run, by file name, each with its one reason. */
export const notInPage: Readonly<Record<string, string>> = {
  'waiting_costs.py': 'It reads /proc, and there is no operating system.',
  'crowd.py': 'It reads /proc, and there is no operating system.',
};
