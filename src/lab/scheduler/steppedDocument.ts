import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Granularity, ScheduledProgram } from '../../core/python/pythonSchedules';
import { scheduleOf, type Schedule } from '../../core/schedule/types';
import { handOver } from '../../storage/handOver';
import { keepTabSteps } from '../../storage/tabSteps';
import { ownAddress } from '../../ui/embedded';
import { OpenDocument, setAddress, type PackedAddress } from '../workbench/openDocument';
import { encodeProgram, underRule } from '../workbench/share';
import { encodeRun, encodeSteps, programOf, usualSettings, type SharedRun, type StepSettings } from './address';
import { digestOf, digestOfMoment } from './digest';
import { page, type OpenedToStep } from './fromAddress';
import { differences } from './replayed';
import { onward } from './step/places';
import type { Stepper } from './step/stepper';
import type { SharedVerdict } from './verdictAddress';

/** However many steps came with an address, they are shown within this time. */
const longestReplaySeconds = 4;

/** What the reader does with the program. */
export type Stage =
  /** It came from outside, and waits for the reader's word. */
  | { readonly kind: 'foreign'; readonly steps: SharedRun | null; readonly verdict: SharedVerdict | null }
  | { readonly kind: 'editing' }
  | { readonly kind: 'stepping' };

export interface SteppedDocumentState {
  readonly settings: StepSettings;
  readonly stage: Stage;
  /** How the replay of an address differs from what the address says, a sentence each. */
  readonly differs: readonly string[];
  /** A verdict of the address that is to be checked; null where there is none, or the reader has not agreed. */
  readonly claim: SharedVerdict | null;
  /** `digestOf` the key of the outcome that is stepped through because it is wrong, as the address says. */
  readonly wrong: string | null;
}

/** An empty program is there to be written. */
const stageOf = ({ program, foreign, steps, verdict }: OpenedToStep): Stage =>
  foreign ? { kind: 'foreign', steps, verdict } : { kind: program.source === '' ? 'editing' : 'stepping' };

/** The program that the scheduler's page has open, and what the reader does with it: read, edit, step, share. Stepping itself is the stepper's. */
export class SteppedDocument {
  readonly store: StoreApi<SteppedDocumentState>;
  /** The text, its drafts and its address. */
  readonly text: OpenDocument;
  readonly #stepper: Stepper;
  /** This page's Python. */
  readonly #python: string;
  readonly #opened: OpenedToStep;
  /** The steps of the address, from when their replay begins until it has succeeded. */
  #pending: SharedRun | null = null;
  /** What the reader has set last; null until then. It holds for all programs that name nothing of their own. */
  #own: Granularity | null = null;

  /** @param python The version of the page's Python, "3.14.2", which its addresses name. */
  constructor(opened: OpenedToStep, stepper: Stepper, python: string) {
    this.text = new OpenDocument(opened, page);
    this.store = createStore(() => ({
      settings: usualSettings,
      stage: stageOf(opened),
      differs: [],
      claim: null,
      wrong: null,
    }));
    this.#stepper = stepper;
    this.#python = python;
    this.#opened = opened;
  }

  /** Begins with what it was made for. */
  begin(): void {
    this.#begin(this.#opened);
  }

  /** Opens another program. */
  open(next: OpenedToStep): void {
    this.text.open(next);
    this.store.setState({ stage: stageOf(next), claim: null });
    this.#begin(next);
  }

  /** Steps through the text as it now stands. */
  step(): void {
    this.#step(this.store.getState().settings);
  }

  /** Sets how the program is stepped. One that is being stepped begins anew. */
  change(settings: StepSettings): void {
    if (settings.granularity !== this.store.getState().settings.granularity) this.#own = settings.granularity;
    if (this.store.getState().stage.kind === 'stepping') this.#step(settings);
    else this.store.setState({ settings });
  }

  /** The reader agrees to run a foreign program: takes these steps, or without them begins at the first. */
  agree(steps: SharedRun | null): void {
    if (steps === null) this.step();
    else void this.#replay(steps).then(() => this.#showAgain());
  }

  /** The reader agrees to have a foreign program's verdict checked. */
  agreeToCheck(claim: SharedVerdict): void {
    this.#step(claim.settings);
    this.store.setState({ claim });
  }

  /** Steps through a program as the search tried it, from its first step; Redo follows the schedule. */
  follow(tried: ScheduledProgram, schedule: Schedule): void {
    const { granularity, mainFirst, watch, time = 'patient', tasks = 'in order' } = tried;
    this.store.setState({
      stage: { kind: 'stepping' },
      settings: { granularity, mainFirst, watch, time, tasks },
      differs: [],
      wrong: null,
    });
    this.#pending = null;
    // The explanation of what interfered is made from the accesses of each step.
    void this.#stepper.open({ ...tried, accesses: true }, schedule, 0);
  }

  /** Goes on where the reader was before Python was lost. */
  retry(): void {
    const { program: lost, run, at } = this.#stepper.store.getState();
    if (this.#pending !== null) void this.#replay(this.#pending);
    else if (lost !== null) void this.#stepper.open(lost, run === null ? [] : scheduleOf(run).slice(0, at));
  }

  /** Shows the editor. */
  edit(): void {
    this.store.setState({ stage: { kind: 'editing' } });
  }

  /** The reader has typed. */
  write(source: string): void {
    if (source === this.text.store.getState().program.source) return;
    this.text.edit(source);
    this.edit();
  }

  /** The reader has named the program: the steps that were taken stay. */
  rename(name: string): void {
    this.text.rename(name);
    this.#stepper.rename(name);
  }

  /** Goes back to the text that was opened. */
  reset(): void {
    this.text.reset();
    this.step();
  }

  dismissDifferences(): void {
    this.store.setState({ differs: [] });
  }

  /** Puts the program, and where the reader stands in it, into the address bar, and returns that address. */
  async pack(): Promise<PackedAddress> {
    const { program } = this.text.store.getState();
    const place = this.#place();
    const here =
      place !== null && place.program.source === program.source && this.store.getState().stage.kind === 'stepping'
        ? place
        : null;
    const fragment =
      here === null
        ? (await encodeProgram(program.source, { name: program.name })) +
          underRule(this.store.getState().settings.granularity)
        : await encodeRun(here.program, here.schedule, { python: this.#python, state: here.state });
    handOver(fragment);
    setAddress(`#${fragment}`, 'replace');
    const steps = here?.schedule.length ?? 0;
    return {
      address: ownAddress(),
      beside: steps === 0 ? undefined : `the ${steps === 1 ? 'step' : `${steps} steps`} to where you stand`,
    };
  }

  /** Keeps the steps to where the reader stands in this tab, for when the page is loaded again. */
  keepSteps(): void {
    const place = this.#place();
    keepTabSteps(
      place === null ? null : encodeSteps(place.program, place.schedule, { python: this.#python, state: place.state }),
    );
  }

  /** What is stepped, and the steps to where the reader stands; null while there is no state to stand at. */
  #place(): { readonly program: ScheduledProgram; readonly schedule: Schedule; readonly state: string } | null {
    const { program, run, moments, at } = this.#stepper.store.getState();
    const moment = moments[at];
    return program === null || run === null || moment === undefined
      ? null
      : { program, schedule: scheduleOf(run).slice(0, at), state: digestOfMoment(moment) };
  }

  #begin({ program: { source }, foreign, steps, verdict, granularity: named }: OpenedToStep): void {
    const granularity = named ?? this.#own ?? usualSettings.granularity;
    if (foreign || source === '') {
      this.#pending = null;
      this.#stepper.close();
      this.store.setState({
        settings: (steps ?? verdict)?.settings ?? { ...usualSettings, granularity },
        differs: [],
      });
    } else if (verdict !== null) this.agreeToCheck(verdict);
    else if (steps === null) this.#step({ ...this.store.getState().settings, granularity, watch: [] });
    else void this.#replay(steps);
  }

  #step(settings: StepSettings): void {
    const { source, name } = this.text.store.getState().program;
    this.store.setState({ stage: { kind: 'stepping' }, settings, differs: [], wrong: null });
    this.#pending = null;
    void this.#stepper.open(programOf(source, name, settings));
  }

  /** Shows the steps that have been taken from the first choice on, so that the reader sees how it came to this. */
  #showAgain(): void {
    const { program, moments, at, phase } = this.#stepper.store.getState();
    if (program === null || phase.kind !== 'ready') return;
    const first = onward({ program, moments }, 0);
    const places = Array.from({ length: Math.max(0, at - first) + 1 }, (_, index) => first + index);
    if (places.length > 1) this.#stepper.replay(places, Math.max(2, places.length / longestReplaySeconds));
  }

  /** Takes the steps of an address, as far as they can be taken, and compares where they lead. */
  async #replay(shared: SharedRun): Promise<void> {
    const { source, name } = this.text.store.getState().program;
    const { schedule, settings } = shared;
    const wanted = programOf(source, name, settings);
    this.store.setState({ stage: { kind: 'stepping' }, settings, differs: [], wrong: shared.wrong ?? null });
    this.#pending = shared;
    await this.#stepper.open(wanted, schedule, shared.at ?? schedule.length);
    const { program: opened, phase, run, moments } = this.#stepper.store.getState();
    if (opened !== wanted || phase.kind !== 'ready' || run === null) return;
    this.#pending = null;
    const taken = Math.min(schedule.length, run.steps.length);
    const moment = moments[taken];
    const state = moment === undefined ? '' : digestOfMoment(moment);
    this.store.setState({
      differs: differences(shared, { python: this.#python, text: digestOf(source), taken, state }),
    });
    // From the last step that could be taken the reader may go on otherwise.
    if (taken < schedule.length) await this.#stepper.open(wanted, schedule.slice(0, taken), taken);
  }
}
