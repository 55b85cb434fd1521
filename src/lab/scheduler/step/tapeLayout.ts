import type { ScheduledMoment } from '../../../core/python/pythonSchedules';
import type { CPythonRule } from '../../../core/schedule/rule';
import { ruleOfSwitch } from '../explain/switches';
import { isPreemption } from '../../../core/schedule/guide';
import type { Step, StepIndex, ThreadIndex } from '../../../core/schedule/types';
import { standingOf, type Standing } from './states';

/** A stretch of steps in which a thread did not run, and why. Both ends in steps, the last one not included. */
export interface TapeRest {
  readonly thread: ThreadIndex;
  readonly from: StepIndex;
  readonly to: StepIndex;
  readonly standing: Extract<Standing, 'ready' | 'waiting' | 'blocked'>;
}

/** A step of another thread than the one before. */
export interface TapeSwitch {
  readonly at: StepIndex;
  readonly from: ThreadIndex;
  readonly to: ThreadIndex;
  /** Away from a thread that could have gone on. */
  readonly preemption: boolean;
  /** The strictest rule of CPython under which it can come. */
  readonly rule: CPythonRule;
}

/** What of a run is drawn. */
export interface TapeWindow {
  readonly from: StepIndex;
  /** Not included. */
  readonly to: StepIndex;
}

export interface TapeLayout {
  readonly rests: readonly TapeRest[];
  readonly switches: readonly TapeSwitch[];
}

/** How wide a step may be, in CSS pixels. As few sizes as possible: each change moves everything. */
const widths = [22, 16, 11, 8];

/** So wide is each step that as many as can be are in sight. */
export const stepWidth = (steps: number, widthPx: number): number =>
  widths.find((width) => width * steps <= widthPx) ?? widths.at(-1) ?? 8;

/** Which part of a run is in sight. It stays where it is until the reader comes near its end, and then moves by half. */
export function windowOf(steps: number, at: StepIndex, capacity: number): TapeWindow {
  if (steps <= capacity) return { from: 0, to: steps };
  const half = Math.max(1, Math.floor(capacity / 2));
  const quarter = Math.floor(capacity / 4);
  const from = Math.max(0, Math.min(Math.floor((at + quarter) / half) * half - half, steps - capacity));
  return { from, to: from + capacity };
}

/** What lies on the tape besides the steps themselves, in one window. */
export function layOutTape(
  steps: readonly Step[],
  moments: readonly ScheduledMoment[],
  { from, to }: TapeWindow,
): TapeLayout {
  const rests: TapeRest[] = [];
  const switches: TapeSwitch[] = [];
  const open = new Map<ThreadIndex, TapeRest>();
  const close = (thread: ThreadIndex, at: StepIndex): void => {
    const rest = open.get(thread);
    if (rest !== undefined) rests.push({ ...rest, to: at });
    open.delete(thread);
  };
  for (let at = from; at < Math.min(to, steps.length); at += 1) {
    const [step, previous, moment] = [steps[at], steps[at - 1], moments[at]];
    if (step === undefined || moment === undefined) break;
    if (previous !== undefined && previous.thread !== step.thread)
      switches.push({
        at,
        from: previous.thread,
        to: step.thread,
        preemption: isPreemption(step.point, previous.thread, step.thread),
        rule: ruleOfSwitch(moment, previous.thread),
      });
    moment.threads.forEach((_, thread) => {
      const standing = standingOf(moment, thread);
      if (thread === step.thread || standing === 'ended' || standing === 'held back') {
        close(thread, at);
      } else if (open.get(thread)?.standing !== standing) {
        close(thread, at);
        open.set(thread, { thread, from: at, to: at, standing });
      }
    });
  }
  for (const thread of open.keys()) close(thread, Math.min(to, steps.length));
  return { rests, switches };
}
