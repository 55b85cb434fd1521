import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { outcomeKey } from '../../core/schedule/outcomes';
import { shorten } from '../../core/base/shorten';
import { downloadText } from '../../ui/download';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { copyText } from '../../ui/useCopy';
import { useHears } from '../../ui/useHears';
import { usePress } from '../../ui/usePress';
import { Editor } from '../workbench/editor/Editor';
import { CopyButton } from '../workbench/CopyButton';
import { ProgramsDialog } from '../workbench/ProgramsDialog';
import { SharePanel } from '../workbench/SharePanel';
import type { Example, Shelf } from '../workbench/programGroups';
import { maxProgramBytes } from '../workbench/share';
import { useForeignFrame } from '../workbench/useForeignFrame';
import { useHandOver } from '../workbench/useHandOver';
import { programOf } from './address';
import { chosen, type Arrival } from './fromAddress';
import { ExplorePanel } from './explore/ExplorePanel';
import { FramedNote } from '../workbench/NoteBox';
import { GranularityChoice } from './GranularityChoice';
import { Layout, Waiting } from './Layout';
import { DifferenceNote, ForeignNote, LostNote, TroubleNote, UnsteppableNote } from './Notes';
import { SettingsPanel } from './SettingsPanel';
import { StepPanel } from './step/StepPanel';
import { whatNoScheduleDecides } from './unsteppable';
import { useBench } from './useSteppedDocument';
import { useExploration } from './explore/useExploration';
import { useStepper, type StepperView } from './step/useStepper';

interface SchedulerBenchProps {
  readonly arrival: Arrival;
  readonly welcome: Example;
  /** The same, highlighted. */
  readonly welcomeHtml: string;
  loadShelves(): Promise<readonly Shelf[]>;
}

/** The scheduler itself: a program, stepping through it, and trying all of its schedules. */
export function SchedulerBench({ arrival, welcome, welcomeHtml, loadShelves }: SchedulerBenchProps) {
  const stepping = useStepper();
  const exploring = useExploration();
  const bench = useBench(arrival, welcome, loadShelves, stepping);
  const { program, note, stage, settings } = bench;
  const { phase, boot } = stepping;
  const elsewhere = useHandOver();
  const [choosing, setChoosing] = useState<Promise<readonly Shelf[]> | null>(null);
  const [shared, setShared] = useState<{
    readonly address: string;
    readonly copied: boolean;
    readonly beside: string | undefined;
  } | null>(null);
  const [explaining, setExplaining] = useState(false);
  const framed = useForeignFrame(program);
  /** The outcome that is stepped through because it is wrong, as the reader or its nature says. */
  const [failing, setFailing] = useState<string | null>(null);
  const sharer = useRef<HTMLButtonElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const outside = useMemo(() => whatNoScheduleDecides(program.source), [program.source]);
  const tried = useMemo(
    () => programOf(program.source, program.name, settings),
    [program.source, program.name, settings],
  );
  const refused = phase.kind === 'refused' && stepping.program?.source === program.source ? phase : null;
  const reads = stage.kind !== 'stepping' || refused !== null;
  const error = useMemo(() => (refused === null ? null : errorIn(refused.words)), [refused]);

  const take = (next: Arrival): void => {
    setChoosing(null);
    setShared(null);
    bench.take(next);
  };
  const share = async (): Promise<void> => {
    if (new Blob([program.source]).size > maxProgramBytes) {
      bench.desk.tell({
        kind: 'trouble',
        words: `A program of more than ${maxProgramBytes / 1000} kB does not fit into an address. Download it, and send the file.`,
      });
      return;
    }
    const { address, steps } = await bench.share();
    setShared({
      address,
      copied: await copyText(address),
      beside: steps === 0 ? undefined : `the ${steps === 1 ? 'step' : `${steps} steps`} to where you stand`,
    });
  };
  const closeShared = (): void => {
    setShared(null);
    sharer.current?.focus();
  };
  const hears = useHears(program.id);
  const step = (): void => {
    if (framed) return;
    if (stage.kind !== 'foreign') bench.step();
    else if (hears) bench.agree(null);
  };
  const press = usePress<'step' | 'edit'>((to) => (to === 'step' ? step() : bench.edit()));
  const editing = stage.kind === 'editing';
  useEffect(() => {
    if (editing) pane.current?.querySelector<HTMLElement>('[contenteditable]')?.focus({ preventScroll: true });
  }, [editing]);
  const toPlayground = (): void => void elsewhere.open('playground', program.source, program.name);

  return (
    <>
      <Layout
        bar={
          <>
            <button
              ref={toggle}
              type="button"
              className={
                reads && stage.kind !== 'foreign' ? 'button button-primary scheduler-go' : 'button scheduler-go'
              }
              aria-disabled={framed || (stage.kind === 'foreign' && !hears)}
              onClick={(event) => press(event, reads ? 'step' : 'edit')}
            >
              {reads ? 'Step' : 'Edit'}
            </button>
            <button type="button" className="button" aria-haspopup="dialog" onClick={() => setChoosing(loadShelves())}>
              Programs
            </button>
            <button
              type="button"
              className="button button-quiet"
              aria-expanded={explaining}
              onClick={() => setExplaining(!explaining)}
            >
              Settings
            </button>
          </>
        }
        settings={
          <GranularityChoice
            value={settings.granularity}
            onChange={(granularity) => bench.change({ ...settings, granularity })}
          />
        }
        notes={
          <>
            {explaining ? <SettingsPanel settings={settings} onChange={bench.change} /> : null}
            {note === null || note.kind !== 'trouble' ? null : (
              <TroubleNote words={note.words} onDismiss={() => bench.desk.dismissNote()} />
            )}
            {framed ? (
              <FramedNote />
            ) : stage.kind === 'foreign' ? (
              <ForeignNote key={program.id} steps={stage.steps} onAgree={bench.agree} />
            ) : null}
            {bench.differs.length === 0 ? null : (
              <DifferenceNote sentences={bench.differs} onDismiss={bench.dismissDifferences} />
            )}
            {outside === null ? null : <UnsteppableNote what={outside} onPlayground={toPlayground} />}
            {phase.kind === 'lost' && stage.kind === 'stepping' ? <LostNote {...phase} onRetry={bench.retry} /> : null}
            {shared === null ? null : <SharePanel key={shared.address} {...shared} onClose={closeShared} />}
          </>
        }
        head={
          <>
            <h2>
              <code>{program.name}</code>{' '}
              <span className="bench-standing">
                {standing(program.source !== program.original, bench.trouble !== null)}
              </span>
            </h2>
            <div className="bench-tools">
              <button ref={sharer} type="button" className="button button-quiet" onClick={() => void share()}>
                Share
              </button>
              <button type="button" className="button button-quiet" onClick={toPlayground}>
                Playground
              </button>
              <CopyButton text={program.source} />
              <button
                type="button"
                className="button button-quiet"
                onClick={() => downloadText(program.name, 'text/x-python', program.source)}
              >
                Download
              </button>
              {program.source === program.original ? null : (
                <button type="button" className="button button-quiet" onClick={bench.reset}>
                  Reset
                </button>
              )}
            </div>
          </>
        }
        explore={
          framed || stage.kind === 'foreign' ? null : (
            <ErrorBoundary what="The search">
              <ExplorePanel
                view={exploring}
                program={tried}
                globals={
                  stepping.program?.source === program.source
                    ? (stepping.moments.at(-1)?.globals.map(([name]) => name) ?? [])
                    : []
                }
                onStep={(as, schedule, { key, fails }) => {
                  setFailing(fails ? key : null);
                  bench.stepAs(as, schedule);
                  pane.current?.scrollIntoView({ block: 'start' });
                }}
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
                onChange={bench.write}
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
                failed={stepping.outcome !== null && outcomeKey(stepping.outcome) === failing}
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
      {choosing === null ? null : (
        <ErrorBoundary what="The list of programs">
          <Suspense fallback={null}>
            <ProgramsDialog
              shelves={choosing}
              current={program.id}
              onOpen={(one) => take(chosen(one))}
              onClose={() => setChoosing(null)}
            />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}

/** What there is instead of threads while Python starts. Where it is there already, a program is open in a moment. */
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

function standing(edited: boolean, lost: boolean): string {
  if (!edited) return '';
  return lost
    ? 'edited; this browser does not keep it, so download what you want to keep'
    : 'edited, kept in this browser';
}

/** Where Python says a mistake is, from the words of its refusal. */
function errorIn(words: string): { readonly line: number; readonly message: string } {
  return {
    line: Number(/\(line (\d+)\)/.exec(words)?.[1] ?? 1),
    message: shorten(words.replace(/ \(line \d+\)$/, '')),
  };
}
