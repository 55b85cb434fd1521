import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ScheduledProgram } from '../../core/python/pythonSchedules';
import { scheduleOf, type Schedule } from '../../core/schedule/types';
import { handOver } from '../../storage/handOver';
import { keepTabSteps } from '../../storage/tabSteps';
import { Desk, setAddress } from '../workbench/openDocument';
import type { Example, Shelf } from '../workbench/programGroups';
import { useDesk } from '../workbench/useOpenDocument';
import { encodeProgram } from '../workbench/share';
import { encodeRun, encodeSteps, programOf, usualSettings, type SharedRun, type StepSettings } from './address';
import { openSchedulerAddress, page, type Arrival } from './fromAddress';
import { digestOf, digestOfMoment } from './digest';
import { differences } from './replayed';
import type { StepperView } from './step/useStepper';

/** What the reader does with the program. */
export type Stage =
  /** It came from outside, and waits for the reader's word. */
  | { readonly kind: 'foreign'; readonly steps: SharedRun | null }
  | { readonly kind: 'editing' }
  | { readonly kind: 'stepping' };

/** This page's Python. */
const python = import.meta.env.PYTHON_VERSION;

/** An empty program is there to be written. */
const stageOf = ({ program, foreign, steps }: Arrival): Stage =>
  foreign ? { kind: 'foreign', steps } : { kind: program.source === '' ? 'editing' : 'stepping' };

/** All that the page does besides stepping and searching: what is open, how it is stepped, editing, and the address. */
export function useBench(
  arrival: Arrival,
  welcome: Example,
  loadShelves: () => Promise<readonly Shelf[]>,
  { stepper }: StepperView,
) {
  const [desk] = useState(() => new Desk(arrival, page));
  const open = useStore(desk.store);
  const { program } = open;
  const [settings, setSettings] = useState(usualSettings);
  const [stage, setStage] = useState(() => stageOf(arrival));
  /** How the replay of an address differs from what that says. */
  const [differs, setDiffers] = useState<readonly string[]>([]);
  /** The steps of the address that are being replayed, until they were. */
  const [pending, setPending] = useState<SharedRun | null>(null);
  /** Counts what was opened, or asked for by the address. */
  const arrivals = useRef(0);

  const step = (text: string, name: string, how: StepSettings): void => {
    setStage({ kind: 'stepping' });
    setSettings(how);
    setDiffers([]);
    setPending(null);
    void stepper.open(programOf(text, name, how));
  };

  /** Takes the steps of an address, as far as they can be taken, and compares. */
  const replay = async (text: string, name: string, shared: SharedRun): Promise<void> => {
    const wanted = programOf(text, name, shared.settings);
    const { schedule } = shared;
    setStage({ kind: 'stepping' });
    setSettings(shared.settings);
    setDiffers([]);
    setPending(shared);
    await stepper.open(wanted, schedule, schedule.length);
    const { program: opened, phase, run, moments } = stepper.store.getState();
    if (opened !== wanted || phase.kind !== 'ready' || run === null) return;
    setPending(null);
    const taken = Math.min(schedule.length, run.steps.length);
    const moment = moments[taken];
    setDiffers(
      differences(shared, {
        python,
        text: digestOf(text),
        taken,
        state: moment === undefined ? '' : digestOfMoment(moment),
      }),
    );
    // There the reader may go on otherwise.
    if (taken < schedule.length) await stepper.open(wanted, schedule.slice(0, taken), taken);
  };

  const begin = ({ program: { source, name }, foreign, steps }: Arrival): void => {
    if (foreign || source === '') {
      stepper.close();
      setSettings(steps?.settings ?? usualSettings);
      setDiffers([]);
    } else if (steps === null) step(source, name, { ...settings, watch: [] });
    else void replay(source, name, steps);
  };
  const take = (next: Arrival): void => {
    arrivals.current += 1;
    desk.open(next);
    setStage(stageOf(next));
    begin(next);
  };
  useDesk(desk, () => {
    arrivals.current += 1;
    const mine = arrivals.current;
    // The address may have changed again while a program was fetched.
    openSchedulerAddress(location.hash, welcome, loadShelves).then(
      (next) => mine === arrivals.current && take(next),
      (error: unknown) =>
        mine === arrivals.current &&
        desk.tell({ kind: 'trouble', words: `The examples could not be fetched (${String(error)}). Try again.` }),
    );
  });
  useEffect(() => {
    const keep = (): void => {
      const { program: stepped, run, moments, at } = stepper.store.getState();
      const moment = moments[at];
      keepTabSteps(
        stepped === null || run === null || moment === undefined
          ? null
          : encodeSteps(stepped, scheduleOf(run).slice(0, at), { python, state: digestOfMoment(moment) }),
      );
    };
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [stepper]);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) return;
    first.current = false;
    begin(arrival);
  });

  return {
    ...open,
    desk,
    settings,
    stage,
    differs,
    take,
    /** Steps through the text as it now stands. */
    step: () => step(program.source, program.name, settings),
    change: (how: StepSettings) =>
      stage.kind === 'stepping' ? step(program.source, program.name, how) : setSettings(how),
    agree: (steps: SharedRun | null) =>
      steps === null ? step(program.source, program.name, settings) : void replay(program.source, program.name, steps),
    /** Steps through a program as it was tried, from its first step; the schedule can be followed. */
    stepAs: (tried: ScheduledProgram, schedule: Schedule) => {
      const { granularity, mainFirst, watch, time = 'patient', tasks = 'in order' } = tried;
      setStage({ kind: 'stepping' });
      setSettings({ granularity, mainFirst, watch, time, tasks });
      setDiffers([]);
      // What interfered is told from what the steps did.
      void stepper.open({ ...tried, accesses: true }, schedule, 0);
    },
    /** Goes on, where the reader was, when Python had been lost. */
    retry: () => {
      const { program: lost, run, at } = stepper.store.getState();
      if (pending !== null) void replay(program.source, program.name, pending);
      else if (lost !== null) void stepper.open(lost, run === null ? [] : scheduleOf(run).slice(0, at));
    },
    edit: () => setStage({ kind: 'editing' }),
    write: (source: string) => {
      if (source === program.source) return;
      desk.edit(source);
      setStage({ kind: 'editing' });
    },
    /** Back to the text that was opened. */
    reset: () => {
      desk.reset();
      step(program.original, program.name, settings);
    },
    dismissDifferences: () => setDiffers([]),
    /** Puts the program, and where the reader stands in it, into the address bar, and tells the address and how many steps it holds. */
    share: async (): Promise<{ readonly address: string; readonly steps: number }> => {
      const { program: stepped, run, moments, at } = stepper.store.getState();
      const moment = moments[at];
      const here =
        stage.kind === 'stepping' && stepped?.source === program.source && run !== null && moment !== undefined;
      const fragment = here
        ? await encodeRun(stepped, scheduleOf(run).slice(0, at), { python, state: digestOfMoment(moment) })
        : await encodeProgram(program.source, { name: program.name });
      handOver(fragment);
      setAddress(`#${fragment}`, 'replace');
      return { address: location.href, steps: here ? at : 0 };
    },
  };
}
