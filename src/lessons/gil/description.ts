export const description =
  'Why threads do not make computation faster in CPython: the GIL, its switch interval, what processes do about it and what they cost.';
