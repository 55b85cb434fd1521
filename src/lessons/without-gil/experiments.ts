/** The lesson’s experiments are its two tables: `Threads`, and the five programs. */
export const experiments = {};
