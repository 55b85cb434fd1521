export const description =
  'Who has which memory: fork, spawn and forkserver step by step, a lock that stays locked in the child, what pickling costs, memory that processes share, and tasks that travel in chunks.';
