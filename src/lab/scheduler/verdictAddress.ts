import type { Verdict } from '../../core/schedule/verdict';
import { encodeProgram, fitsIntoAddress } from '../workbench/share';
import { encodeSettings, fieldsIn, fieldsOfSettings, isDigest, settingsIn, type StepSettings } from './address';
import { digestOf } from './digest';
import type { ClaimedVerdict, VerdictToShare } from './explore/claim';
import { limits, usualSettings } from './explore/settings';

/**
 * A program with its verdict as the fragment of an address: `#program=d1.…&rule=gil&main=first&tasks=order&python=3.14.2&text=…&right=…&verdict=hidden`. Where it is
 * opened the schedules are tried again, so that nobody need believe the address.
 */

/** What an address tells of a verdict besides the program's text. */
export interface SharedVerdict extends ClaimedVerdict {
  readonly settings: StepSettings;
}

export type DecodedVerdict =
  /** The address has no verdict. */
  | { readonly status: 'none' }
  | { readonly status: 'ok'; readonly verdict: SharedVerdict }
  | { readonly status: 'bad'; readonly reason: string };

const kinds: readonly Verdict['kind'][] = ['safe', 'hidden', 'unsafe', 'undecided'];
const fields = new Set<string>([...fieldsOfSettings, 'python', 'text', 'right', 'runs', 'steps', 'verdict']);

/**
 * A program with its verdict, as a fragment without the `#`; null where the program is too long for an address.
 * @param python The Python by whose rules it was checked: "3.14.2".
 */
export async function encodeVerdict(
  { program, kind, right, options }: VerdictToShare,
  python: string,
): Promise<string | null> {
  if (!fitsIntoAddress(program.source)) return null;
  const { maxRuns, maxSteps } = options;
  const parts = [
    await encodeProgram(program.source, { name: program.fileName }),
    ...encodeSettings(program),
    `python=${python}`,
    `text=${digestOf(program.source)}`,
    ...(right.size === 0 ? [] : [`right=${Array.from(right, digestOf).join(',')}`]),
    ...(maxRuns === usualSettings.maxRuns ? [] : [`runs=${maxRuns}`]),
    ...(maxSteps === usualSettings.maxSteps ? [] : [`steps=${maxSteps}`]),
    // The last, since what is cut off is the end, and it notices.
    `verdict=${kind}`,
  ];
  return parts.join('&');
}

const damaged: DecodedVerdict = {
  status: 'bad',
  reason: 'The verdict in this address is damaged: part of it may be missing. The program itself is whole.',
};
const newer: DecodedVerdict = {
  status: 'bad',
  reason:
    'The verdict in this address was made by a newer version of the page. Load the page again, then open the address once more.',
};

/** Reads what `encodeVerdict` put beside the program, with or without the `#`. Whatever comes, it answers. */
export function decodeVerdict(fragment: string): DecodedVerdict {
  const found = fieldsIn(fragment);
  const word = found?.get('verdict');
  if (found === null || word === undefined) return { status: 'none' };
  const kind = kinds.find((one) => one === word);
  const settings = settingsIn(found);
  if (kind === undefined) return damaged;
  if (settings === undefined || [...found.keys()].some((field) => !fields.has(field))) return newer;
  const get = (field: string): string => found.get(field) ?? '';
  const right = get('right') === '' ? [] : get('right').split(',');
  const maxRuns = boundIn(found.get('runs'), usualSettings.maxRuns, limits.maxRuns);
  const maxSteps = boundIn(found.get('steps'), usualSettings.maxSteps, limits.maxSteps);
  if (!/^[\w.+]{1,20}$/.test(get('python')) || ![get('text'), ...right].every((digest) => isDigest.test(digest)))
    return damaged;
  if (maxRuns === null || maxSteps === null) return damaged;
  return {
    status: 'ok',
    verdict: { settings, kind, right, maxRuns, maxSteps, python: get('python'), text: get('text') },
  };
}

/** A bound within what may be set; null where it is none. */
function boundIn(
  word: string | undefined,
  usual: number,
  { min, max }: { readonly min: number; readonly max: number },
): number | null {
  if (word === undefined) return usual;
  const value = /^\d{1,9}$/.test(word) ? Number(word) : Number.NaN;
  return value >= min && value <= max ? value : null;
}
