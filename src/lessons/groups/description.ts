export const description =
  'Start tasks that belong together, and lose none: gather, task groups, exception groups and except*, wait, as_completed, and what becomes of the others when one of them fails.';
