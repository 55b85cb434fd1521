export const description =
  'Threads, processes and asyncio in one program: to_thread, run_in_executor, run_coroutine_threadsafe, a loop in a thread, the threads of name look-ups, and the log line with the wrong user.';
