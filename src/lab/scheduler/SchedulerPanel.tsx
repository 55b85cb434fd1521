import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { shorten } from '../../core/base/shorten';
import { outcomeKey } from '../../core/schedule/outcomes';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { useHears } from '../../ui/useHears';
import { useNarrow } from '../../ui/useNarrow';
import { usePress } from '../../ui/usePress';
import { Editor } from '../workbench/editor/Editor';
import { fromText } from '../workbench/fromAddress';
import { isEdited } from '../workbench/openDocument';
import type { Example, ProgramGroup } from '../workbench/programGroups';
import { useForeignFrame } from '../workbench/useForeignFrame';
import { useHandOver } from '../workbench/useHandOver';
import { Workbench } from '../workbench/Workbench';
import { programOf } from './address';
import { digestOf } from './digest';
import type { VerdictToShare } from './explore/claim';
import { ExplorePanel, type ExploreCommands } from './explore/ExplorePanel';
import { useExploration } from './explore/useExploration';
import { whyItsRule } from './examples/rules';
import { chosen, type OpenedToStep } from './fromAddress';
import { Layout, Waiting } from './Layout';
import { DifferenceNote, ForeignNote, LostNote, UnsteppableNote } from './Notes';
import { RuleChoice } from './RuleChoice';
import { SettingsPanel } from './SettingsPanel';
import { StepPanel } from './step/StepPanel';
import { useStepper, type StepperView } from './step/useStepper';
import { whatNoScheduleDecides } from '../workbench/unsteppable';
import { useSteppedDocument } from './useSteppedDocument';
import { encodeVerdict } from './verdictAddress';

interface SchedulerPanelProps {
  readonly opened: OpenedToStep;
  readonly welcome: Example;
  /** The text of `welcome`, highlighted. */
  readonly welcomeHtml: string;
  loadGroups(): Promise<readonly ProgramGroup[]>;
}

/** The scheduler itself: a program, stepping through it, and trying all of its schedules. */
export function SchedulerPanel({ opened, welcome, welcomeHtml, loadGroups }: SchedulerPanelProps) {
  const stepping = useStepper();
  const exploring = useExploration();
  const { stepped, stage, settings, differs, claim, wrong } = useSteppedDocument(
    opened,
    stepping.stepper,
    welcome,
    loadGroups,
  );
  const { program } = useStore(stepped.text.store);
  const { phase, boot } = stepping;
  const elsewhere = useHandOver();
  const [explaining, setExplaining] = useState(false);
  const framed = useForeignFrame(program);
  /** The outcome that is stepped through because it is wrong, as the reader or its nature says. */
  const [failing, setFailing] = useState<string | null>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const search = useRef<ExploreCommands>(null);
  const pane = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const outside = useMemo(() => whatNoScheduleDecides(program.source), [program.source]);
  const tried = useMemo(
    () => programOf(program.source, program.name, settings),
    [program.source, program.name, settings],
  );
  const isStepped = stepping.program?.source === program.source;
  const refused = phase.kind === 'refused' && isStepped ? phase : null;
  const reads = stage.kind !== 'stepping' || refused !== null;
  const error = useMemo(() => (refused === null ? null : errorIn(refused.words)), [refused]);
  const hears = useHears(program.id);
  const foreign = stage.kind === 'foreign';
  const ended = stepping.outcome === null ? null : outcomeKey(stepping.outcome);
  /** As the reader has the page, a verdict is opened by others: a check itself has the main thread choose too. */
  const how = { granularity: settings.granularity, mainFirst: settings.mainFirst };

  const searchable = !framed && !foreign;
  const step = (): void => {
    if (framed) return;
    if (!foreign) stepped.step();
    else if (hears) stepped.agree(null);
  };
  const press = usePress<'step' | 'edit'>((to) => (to === 'step' ? step() : stepped.edit()));
  const editing = stage.kind === 'editing';
  useEffect(() => {
    if (editing) pane.current?.querySelector<HTMLElement>('[contenteditable]')?.focus({ preventScroll: true });
  }, [editing]);
  const toPlayground = (): void => void elsewhere.open('playground', program.source, program.name);

  return (
    <Workbench
      openDocument={stepped.text}
      welcome={welcome}
      elsewhere={elsewhere}
      framed={framed}
      loadGroups={loadGroups}
      onRename={(name) => stepped.rename(name)}
      onOpen={(one) => stepped.open(chosen(one))}
      pack={() => stepped.pack()}
      firstButtons={
        <>
          {searchable ? (
            <>
              <button
                type="button"
                className={reads ? 'button' : 'button button-primary'}
                onClick={() => search.current?.tryAll()}
              >
                Try them all
              </button>
              <button type="button" className="button" onClick={() => search.current?.check()}>
                Is it safe?
              </button>
            </>
          ) : null}
          <button
            ref={toggle}
            type="button"
            className={reads && !foreign ? 'button button-primary scheduler-go' : 'button scheduler-go'}
            aria-disabled={framed || (foreign && !hears)}
            onClick={(event) => press(event, reads ? 'step' : 'edit')}
          >
            {reads ? 'Step' : 'Edit'}
          </button>
        </>
      }
      lastButtons={
        <button
          type="button"
          className="button button-quiet"
          aria-expanded={explaining}
          onClick={() => setExplaining(!explaining)}
        >
          Settings
        </button>
      }
      settings={explaining ? <SettingsPanel settings={settings} onChange={(how) => stepped.change(how)} /> : null}
      ownNotes={
        <>
          {foreign && !framed ? (
            <ForeignNote
              key={program.id}
              steps={stage.steps}
              verdict={stage.verdict}
              onCheck={(verdict) => stepped.agreeToCheck(verdict)}
              onAgree={(steps) => stepped.agree(steps)}
            />
          ) : null}
          {differs.length === 0 ? null : (
            <DifferenceNote sentences={differs} onDismiss={() => stepped.dismissDifferences()} />
          )}
          {outside === null ? null : <UnsteppableNote what={outside} onPlayground={toPlayground} />}
          {phase.kind === 'lost' && stage.kind === 'stepping' ? (
            <LostNote {...phase} onRetry={() => stepped.retry()} />
          ) : null}
        </>
      }
      firstTools={
        <button type="button" className="button button-quiet" onClick={toPlayground}>
          Playground
        </button>
      }
      lastTools={
        isEdited(program) ? (
          <button type="button" className="button button-quiet" onClick={() => stepped.reset()}>
            Reset
          </button>
        ) : null
      }
    >
      {({ bar, notes, head }) => (
        <Layout
          bar={bar}
          settings={
            <RuleChoice
              value={settings.granularity}
              note={isEdited(program) ? null : whyItsRule(program.name)}
              onChange={(granularity) => {
                stepped.change({ ...settings, granularity });
                // There the board is above the choice.
                if (narrow) pane.current?.scrollIntoView({ block: 'start' });
              }}
            />
          }
          notes={notes}
          head={head}
          explore={
            !searchable ? null : (
              <ErrorBoundary what="The search">
                <ExplorePanel
                  view={exploring}
                  commands={search}
                  program={tried}
                  globals={isStepped ? (stepping.moments.at(-1)?.globals.map(([name]) => name) ?? []) : []}
                  claim={claim}
                  address={(verdict) => addressOf({ ...verdict, program: { ...verdict.program, ...how } })}
                  onStep={(as, schedule, { key, fails }) => {
                    setFailing(fails ? key : null);
                    if (as.source !== program.source)
                      stepped.text.open({ program: fromText(as.fileName, as.source), note: null });
                    stepped.follow(as, schedule);
                    pane.current?.scrollIntoView({ block: 'start' });
                  }}
                  onEdit={(source) => stepped.write(source)}
                />
              </ErrorBoundary>
            )
          }
        >
          <div ref={pane}>
            {reads ? (
              <div className="scheduler-editor">
                <Editor
                  value={program.source}
                  onChange={(source) => stepped.write(source)}
                  label={`Program, ${program.name}`}
                  error={error}
                  onRun={() => {
                    // The editor goes, and the focus with it.
                    toggle.current?.focus();
                    step();
                  }}
                />
              </div>
            ) : stepping.moments.length > 0 ? (
              <ErrorBoundary what="Stepping">
                <h3 className="visually-hidden">Its threads</h3>
                <StepPanel
                  view={stepping}
                  source={program.source}
                  quiet
                  testable
                  failed={ended !== null && (ended === failing || digestOf(ended) === wrong)}
                />
              </ErrorBoundary>
            ) : (
              <Waiting
                listing={
                  program.source === welcome.source ? (
                    <code dangerouslySetInnerHTML={{ __html: welcomeHtml }} />
                  ) : (
                    <code>{program.source}</code>
                  )
                }
              >
                <Boot phase={phase} boot={boot} />
              </Waiting>
            )}
          </div>
        </Layout>
      )}
    </Workbench>
  );
}

/** The address of this page with a program and its verdict; null where the program is too long. */
async function addressOf(verdict: VerdictToShare): Promise<string | null> {
  const fragment = await encodeVerdict(verdict, import.meta.env.PYTHON_VERSION);
  return fragment === null ? null : `${location.origin}${location.pathname}#${fragment}`;
}

/** Stands in the place of the threads while Python starts. Where Python has started already, a program is open in a moment. */
function Boot({ phase, boot }: Pick<StepperView, 'phase' | 'boot'>) {
  if (phase.kind === 'lost' || boot === null) return null;
  return (
    <>
      <p role="status">Python starts.</p>
      <p aria-hidden="true">{boot.words}…</p>
      <progress aria-label="Starting Python" value={boot.fraction} max={1} />
    </>
  );
}

/** Where Python says a mistake is, from the words of its refusal. */
function errorIn(words: string): { readonly line: number; readonly message: string } {
  return {
    line: Number(/\(line (\d+)\)/.exec(words)?.[1] ?? 1),
    message: shorten(words.replace(/ \(line \d+\)$/, '')),
  };
}
