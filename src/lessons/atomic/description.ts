export const description =
  'Which statements on a shared list, dictionary or number may threads run without a lock, and which only look like one step: predicted, tried in every schedule, and counted on CPython with the GIL and without.';
