/** Later than this nobody would call it Stop, on any machine. What a quiet one must reach, bench/python.bench.mjs measures. */
export const farTooLateMs = 2000;
