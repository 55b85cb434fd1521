export const description =
  'How threads are asked to stop: sentinels, flags, events, queues that are shut down and pools that drop tasks; where Ctrl+C goes, what Python waits for at its end, and what becomes of daemon threads.';
