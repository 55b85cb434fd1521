/** A stop that takes longer, in milliseconds, is a fault on any machine. bench/python.bench.mjs measures what a quiet machine must reach. */
export const farTooLateMs = 2000;
