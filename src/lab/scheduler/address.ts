import type { Granularity, ScheduledProgram, TaskOrder } from '../../core/python/pythonSchedules';
import { decodeSchedule, encodeSchedule } from '../../core/schedule/codec';
import { cpythonRules, ruleOf } from '../../core/schedule/rule';
import type { Schedule } from '../../core/schedule/types';
import { encodeProgram, ruleField } from '../workbench/share';
import { digestOf } from './digest';

/**
 * A program with a schedule as the fragment of an address:
 * `#program=d1.…&rule=anywhere&step=line&main=first&tasks=order&python=3.14.2&text=…&state=…&schedule=s1.14.a5b9`, or with `rule=gil`, which has no `step`. Addresses were
 * made without a rule when there was only `anywhere`. Where there are no steps, only the rule is said: `#program=d1.…&under=gil`, `#example=last_seat&under=line`.
 * The program is packed as the playground packs it, so that its pages open the same addresses.
 */

/** How a program is stepped, as far as the reader chooses it. */
export interface StepSettings {
  readonly granularity: Granularity;
  readonly mainFirst: boolean;
  /** When a sleep or a timeout may end: where no other thread can go on, or whenever the thread that waits is chosen. */
  readonly time: 'patient' | 'free';
  /** Which of the tasks that are ready asyncio goes on with. */
  readonly tasks: TaskOrder;
  readonly watch: readonly string[];
}

/** How a program is stepped that says nothing else, by a reader who has chosen nothing else. */
export const usualSettings: StepSettings = {
  granularity: 'gil',
  mainFirst: true,
  time: 'patient',
  tasks: 'in order',
  watch: [],
};

/** A program as it is stepped. */
export const programOf = (source: string, fileName: string, settings: StepSettings): ScheduledProgram => ({
  source,
  fileName,
  accesses: true,
  ...settings,
});

/** What an address tells besides the program's text. */
export interface SharedRun {
  readonly settings: StepSettings;
  /** The steps up to where its sender stood. */
  readonly schedule: Schedule;
  /** The sender's Python: "3.14.2". */
  readonly python: string;
  /** `digestOf` the text that was stepped. */
  readonly text: string;
  /** `digestOfMoment` where the sender stood. */
  readonly state: string;
  /** How many of the steps are taken at first, where that is not all of them: the reader takes the others. */
  readonly at?: number;
  /** `digestOf` the key of the outcome to which the steps lead, where that is known to be wrong. */
  readonly wrong?: string;
}

export type DecodedRun =
  /** The address has a program, or an example, and no steps. `granularity`: what it says of the rule; null where it says nothing. */
  | { readonly status: 'none'; readonly granularity: Granularity | null }
  | { readonly status: 'ok'; readonly run: SharedRun }
  | { readonly status: 'bad'; readonly reason: string };

const sizes: readonly Granularity[] = ['line', 'access', 'bytecode'];
const times: readonly StepSettings['time'][] = ['patient', 'free'];
/** Addresses were made without a word of it when tasks always went on in any order. */
const taskOrders: Readonly<Record<string, TaskOrder>> = { order: 'in order', any: 'any order' };
/** The names of what `encodeSettings` writes. */
export const fieldsOfSettings = ['rule', 'step', 'main', 'time', 'tasks', 'watch'] as const;
const fields = new Set<string>([...fieldsOfSettings, 'python', 'text', 'state', 'at', 'wrong', 'schedule']);
/** A `digestOf` something. */
export const isDigest = /^[0-9a-f]{8}$/;
const mostWatched = 20;
const name = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** The names in what a reader typed, between commas or spaces; what is no name of Python's is left out. */
export const watchedIn = (typed: string): readonly string[] =>
  [...new Set(typed.split(/[\s,]+/).filter((word) => name.test(word)))].slice(0, mostWatched);

/** What only the page knows that a run was made in. */
type RunFacts = Pick<SharedRun, 'python' | 'state' | 'at' | 'wrong'>;

/**
 * A program with the steps that were taken, as a fragment without the `#`.
 * @throws RangeError when either is too long for an address.
 */
export async function encodeRun(program: ScheduledProgram, schedule: Schedule, facts: RunFacts): Promise<string> {
  return `${await encodeProgram(program.source, { name: program.fileName })}&${encodeSteps(program, schedule, facts)}`;
}

/**
 * The steps alone, for where the program is known: `decodeRun` reads them behind a `&`.
 * @throws RangeError when they are too long for an address.
 */
export function encodeSteps(
  program: ScheduledProgram,
  schedule: Schedule,
  { python, state, at, wrong }: RunFacts,
): string {
  const parts = [
    ...encodeSettings(program),
    `python=${python}`,
    `text=${digestOf(program.source)}`,
    `state=${state}`,
    ...(at === undefined ? [] : [`at=${at}`]),
    ...(wrong === undefined ? [] : [`wrong=${wrong}`]),
    // The last, since what is cut off is the end, and it notices.
    `schedule=${encodeSchedule(schedule)}`,
  ];
  return parts.join('&');
}

/** How a program is stepped, as fields of an address. */
export const encodeSettings = ({ granularity, mainFirst, time, tasks, watch }: ScheduledProgram): readonly string[] => [
  `rule=${ruleOf(granularity)}`,
  ...(ruleOf(granularity) === 'anywhere' ? [`step=${granularity}`] : []),
  `main=${mainFirst ? 'first' : 'free'}`,
  ...(time === 'free' ? ['time=free'] : []),
  ...(tasks === 'any order' ? [] : ['tasks=order']),
  ...(watch.length > 0 ? [`watch=${watch.map(encodeURIComponent).join(',')}`] : []),
];

/** The fields of an address behind its program; null where they are damaged. */
export function fieldsIn(fragment: string): ReadonlyMap<string, string> | null {
  const [, ...rest] = fragment.replace(/^#/, '').split('&');
  const found = new Map(
    rest.map((part) => [part.slice(0, Math.max(0, part.indexOf('='))), part.slice(part.indexOf('=') + 1)] as const),
  );
  return found.has('') || found.size < rest.length ? null : found;
}

/** Reads what `encodeSettings` wrote; undefined where there is a word in it that this version does not know. */
export function settingsIn(found: ReadonlyMap<string, string>): StepSettings | undefined {
  const granularity = granularityIn(found.get('rule'), found.get('step'));
  const main = found.get('main');
  const time = times.find((one) => one === (found.get('time') ?? 'patient'));
  const tasks = taskOrders[found.get('tasks') ?? 'any'];
  if (granularity === undefined || time === undefined || tasks === undefined || (main !== 'first' && main !== 'free'))
    return undefined;
  return { granularity, mainFirst: main === 'first', time, tasks, watch: watchedIn(decoded(found.get('watch') ?? '')) };
}

const bad = (reason: string): DecodedRun => ({ status: 'bad', reason });
const damaged = bad(
  'The steps in this address are damaged: part of it may be missing. The program itself is whole; it begins at its first step.',
);
const newer = bad(
  'The steps in this address were made by a newer version of the page. Load the page again, then open the address once more. Here the program begins at its first step.',
);

/** Reads what `encodeRun` put beside the program, with or without the `#`. Whatever comes, it answers. */
export function decodeRun(fragment: string): DecodedRun {
  const found = fieldsIn(fragment);
  if (found === null) return damaged;
  // A verdict has an address of its own (`verdictAddress.ts`).
  if (found.size === 0 || found.has('verdict')) return { status: 'none', granularity: null };
  const under = found.get(ruleField);
  if (under !== undefined && found.size === 1) {
    const granularity = [...cpythonRules, ...sizes].find((one) => one === under);
    return granularity === undefined ? newer : { status: 'none', granularity };
  }
  const get = (field: string): string => found.get(field) ?? '';
  const parsed = decodeSchedule(get('schedule'));
  // A later version may have a field, or a word for one, that changes what the steps mean.
  const settings = settingsIn(found);
  if (parsed.status === 'newer') return newer;
  if (parsed.status === 'bad') return damaged;
  if (settings === undefined || [...found.keys()].some((field) => !fields.has(field))) return newer;
  const [at, wrong] = [found.get('at'), found.get('wrong')];
  if (
    !/^[\w.+]{1,20}$/.test(get('python')) ||
    ![get('text'), get('state'), wrong ?? get('text')].every((digest) => isDigest.test(digest)) ||
    (at !== undefined && !(/^\d{1,5}$/.test(at) && Number(at) <= parsed.schedule.length))
  )
    return damaged;
  return {
    status: 'ok',
    run: {
      settings,
      schedule: parsed.schedule,
      python: get('python'),
      text: get('text'),
      state: get('state'),
      ...(at === undefined ? {} : { at: Number(at) }),
      ...(wrong === undefined ? {} : { wrong }),
    },
  };
}

/** The granularity of a rule and a size of step; undefined where there is none. Without a rule it is `anywhere`, by line unless the address says otherwise. */
function granularityIn(rule: string | undefined, step: string | undefined): Granularity | undefined {
  if (rule === undefined) return sizes.find((size) => size === (step ?? 'line'));
  return rule === 'anywhere'
    ? sizes.find((size) => size === step)
    : cpythonRules.find((one) => one === rule && step === undefined);
}

/** What cannot be decoded stands for nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
