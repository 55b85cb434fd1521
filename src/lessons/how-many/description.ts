export const description =
  'How many workers? Amdahl’s law on your own cores, the waiting line before a busy worker, threads that compute beside one that answers, more workers than cores, and what a pool takes if you do not say.';
