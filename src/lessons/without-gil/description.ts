export const description =
  'Free-threaded Python in 2026: what two threads gain on two cores, what it costs, when the GIL comes back, which programs were right only because of it, and several interpreters in one process.';
