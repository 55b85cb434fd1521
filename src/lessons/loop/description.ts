export const description =
  'A queue of what is ready, a heap of timers, and one task that runs: look into the event loop of asyncio while your own program runs, and then be the loop yourself.';
