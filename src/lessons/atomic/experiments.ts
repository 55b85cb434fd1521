/** The lesson’s experiment is its table of statements. */
export const experiments = {};
