import type { SharedRun } from './address';

/** What a replay came to. */
export interface Replayed {
  /** This page's Python. */
  readonly python: string;
  /** `digestOf` the text that was stepped. */
  readonly text: string;
  /** How many of the steps could be taken. */
  readonly taken: number;
  /** `digestOfMoment` after them. */
  readonly state: string;
}

const steps = (count: number): string => (count === 1 ? 'step' : `${count} steps`);

/** How a replay differs from what its address says, a sentence each; none if it is the same. */
export function differences(shared: SharedRun, found: Replayed): readonly string[] {
  const asked = shared.schedule.length;
  const said: string[] = [];
  if (found.text !== shared.text) said.push('The steps were made for another version of this program.');
  if (found.python !== shared.python)
    said.push(`The steps were made with Python ${shared.python}, and this page has ${found.python}.`);
  if (found.taken < asked) {
    const first =
      found.taken === 0
        ? `None of the ${steps(asked)} could be taken`
        : `Only ${found.taken} of the ${steps(asked)} could be taken`;
    said.push(
      `${first}: the program then does something else, and the thread whose turn it is cannot go on. You see how far it went.`,
    );
  } else if (found.state !== shared.state) {
    said.push(
      `All ${steps(asked)} were taken, but the program’s state is not the one that was shared. ${said.length === 0 ? 'It may depend on something that no schedule decides, such as where objects lie in memory.' : ''}`.trimEnd(),
    );
  } else if (said.length > 0) {
    said.push(`Even so, all ${steps(asked)} were taken, and led to the same state.`);
  }
  return said;
}
