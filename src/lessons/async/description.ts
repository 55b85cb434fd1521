export const description =
  'One thread, many tasks: the event loop, async and await, gather and TaskGroup, ten thousand waits at once, and the one call that freezes them all.';
