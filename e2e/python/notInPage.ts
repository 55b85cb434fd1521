/** The programs that the page cannot run, by file name, each with its one reason. */
export const notInPage: Readonly<Record<string, string>> = {
  'downloads_async.py': 'There is no aiohttp in the page yet.',
  'downloads_group.py': 'There is no aiohttp in the page yet.',
  'downloads_pool.py': 'There is no requests in the page yet.',
  'downloads_sequential.py': 'There is no requests in the page yet.',
  'downloads_threaded.py': 'There is no requests in the page yet.',
  'failing_download.py': 'There is no requests in the page yet.',
  'three_tools.py': 'There is no requests in the page yet.',
  'interpreters.py': 'Several interpreters in one process are not in the page: Pyodide leaves them out.',
  'traceback_of_thread.py': 'The stack of a thread that waits is not in place, so its frames cannot be looked up.',
  'waiting_costs.py': 'It reads /proc, and there is no operating system.',
};
