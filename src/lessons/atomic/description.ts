export const description =
  'Which statements on shared things are one step, and which only look so: guessed, tried in every schedule, and counted on CPython.';
