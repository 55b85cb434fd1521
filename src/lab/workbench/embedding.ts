import { usualSwitchIntervalMs } from '../../core/base/switchInterval';
import { exampleAddress, type OpenProgram } from './fromAddress';
import { isEdited } from './openDocument';
import type { Example } from './programGroups';

/** The site's own program that is open, as it is; null where it is another one, or changed. */
export function exampleOf(program: OpenProgram, welcome: Example): string | null {
  const { source, address, switchIntervalMs } = program;
  if (isEdited(program) || switchIntervalMs !== usualSwitchIntervalMs) return null;
  return source === welcome.source ? welcome.id : (/^#example=([\w/]+)/.exec(address)?.[1] ?? null);
}

/** A shared address that names one of the site's own programs in place of its text: within another site's page, no text that comes with an address runs. */
export function withoutText(address: string, program: OpenProgram, welcome: Example): string {
  const example = exampleOf(program, welcome);
  return example === null ? address : address.replace(/#program=[^&]*/, exampleAddress(example));
}

/** Told to a reader who embeds a program of their own. */
export const runsInItsOwnWindow =
  'Your page will show the program, and a link that opens it in a window of its own, where it runs: the site asks everyone to read a program that is not its own before it runs, and within another page nobody could be sure what they agree to.';
