/** What an operation answers when it cannot be done yet. Its `mark`, if set, has asked for a ring when to try again. */
export const notYet = -1;
/** A table is full. */
export const noRoom = -2;
/** No process could ever read what is written. */
export const brokenPipe = -3;
/** Another has that name. */
export const nameTaken = -4;
/** No process has that name, or that number. */
export const unknown = -5;
/** The listener of that name does not listen any more. */
export const refused = -6;
