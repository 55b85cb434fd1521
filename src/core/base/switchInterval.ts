import type { Millis } from './time';

/** The switch interval that CPython begins with (`sys.getswitchinterval()`), and ours too: how long a thread may hold the GIL while another wants it. */
export const usualSwitchIntervalMs: Millis = 5;
