/** What is counted as a switch wherever the scheduler counts them: see `switchesOf`. */
export const whatASwitchIs =
  'A switch is a step of another thread than the one before; the main thread counts like any other.';
