export const description =
  'A hundred thousand jobs, ten at a time, and what they cost in memory: semaphores, queues with a limit, async generators and aclosing, limits for a second, and an update that is lost without a second thread.';
