export const description =
  'What happens when threads change the same thing: lost updates, locks and what they cost, checks that come too early, deadlock, and queues that make most locks unnecessary.';
