export const description =
  'A program hangs, is slow, or grows: find the line without editing it, from stacks, samples and snapshots. And tests that find a mistake of order every time, not once in a thousand runs.';
