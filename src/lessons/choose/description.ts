export const description =
  'Four questions that lead to threads, processes, asyncio, a mix or none, with reasons you can run; free threading and subinterpreters in 2026; common mistakes.';
