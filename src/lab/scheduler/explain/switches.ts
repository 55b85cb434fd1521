/** What is counted as a switch wherever the scheduler counts them: see `switchesOf`. */
export const whatASwitchIs =
  'A switch is a step of a thread that did not take the step before; the main thread counts like any other.';
