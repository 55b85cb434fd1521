import {
  Suspense,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type Ref,
  type RefObject,
} from 'react';
import { createPortal } from 'react-dom';
import { usualSwitchIntervalMs } from '../../core/base/switchInterval';
import { lazily } from '../../ui/lazily';
import { sourceOf, type Program } from '../workbench/program';
import { useDraft } from '../workbench/useDraft';
import { useHandOver } from '../workbench/useHandOver';
import { ProgramRun } from './ProgramRun';
import { useErrorLine } from './useErrorLine';
import { usePythonRun } from './usePythonRun';

const Editor = lazily(() => import('../workbench/editor/Editor').then((module) => module.Editor));

/** What the buttons over a program do. */
export type ProgramCommand = 'run' | 'stop' | 'edit' | 'reset' | 'restore' | 'playground' | 'scheduler';

/** Does what the buttons over a program ask for. */
export type ProgramCommands = Readonly<Record<ProgramCommand, () => void>>;

/** What the buttons over a program must know. */
export interface ProgramStatus {
  readonly busy: boolean;
  /** The editor stands where the listing was. */
  readonly editing: boolean;
  /** What the reader made of the program, where that is shown; null where it is the lesson's. */
  readonly source: string | null;
  /** There is something to take back after a reset. */
  readonly aside: boolean;
}

interface LiveProgramProps {
  readonly program: Program;
  /** The press that brought it. */
  readonly first: ProgramCommand;
  /** Where it puts what the presses after that call. */
  readonly commands: Ref<ProgramCommands>;
  /** The listing, in which a line may be marked. */
  readonly listing: RefObject<HTMLElement | null>;
  onStatus(status: ProgramStatus): void;
  /** Shows all of a folded listing. */
  onUnfold(): void;
}

/** All that comes with the first press of a button over a lesson's program: its run and its editor. */
export function LiveProgram({ program, first, commands, listing, onStatus, onUnfold }: LiveProgramProps) {
  const original = useMemo(() => sourceOf(program), [program]);
  const elsewhere = useHandOver();
  const run = usePythonRun();
  const draft = useDraft(program.name, original);
  const [wanted, setWanted] = useState(false);
  const [ready, setReady] = useState(false);
  const editor = useRef<HTMLDivElement>(null);
  const source = ready ? (draft.source ?? original) : original;
  const { holds, error, followed, follow, forget } = useErrorLine(run, source);

  const start = (): void => {
    forget();
    run.run({ source, fileName: program.name, switchIntervalMs: usualSwitchIntervalMs });
  };
  const anchor = (): string | undefined => listing.current?.closest('figure')?.id;
  const own: ProgramCommands = {
    run: start,
    stop: run.stop,
    edit: () => {
      setWanted(true);
      draft.open();
    },
    reset: draft.reset,
    restore: draft.restore,
    playground: () => void elsewhere.open('playground', source, program.name, anchor()),
    scheduler: () => void elsewhere.open('scheduler', source, program.name, anchor()),
  };
  useImperativeHandle(commands, () => own);
  const begin = useEffectEvent(() => own[first]());
  useEffect(() => begin(), []);

  const editorIsThere = (): void => {
    setReady(true);
    onUnfold();
  };
  useEffect(() => {
    // Not in the moment above: when all comes at once, the box around the editor is not known yet.
    if (ready) editor.current?.querySelector<HTMLElement>('[contenteditable]')?.focus({ preventScroll: true });
  }, [ready]);
  const tell = useEffectEvent(onStatus);
  const changed = ready ? draft.source : null;
  const aside = draft.aside !== null;
  useLayoutEffect(
    () => tell({ busy: run.busy, editing: ready, source: changed, aside }),
    [run.busy, ready, changed, aside],
  );

  const followLine = (to: number): void => {
    follow(to);
    onUnfold();
    if (ready) editor.current?.scrollIntoView({ block: 'nearest' });
  };
  const marked = error?.line ?? null;
  return (
    <div data-run-area="">
      {wanted ? (
        <div ref={editor} className="program-editor">
          <Suspense fallback={null}>
            <Editor
              value={draft.source ?? original}
              onChange={draft.write}
              label={`Program, ${program.name}`}
              error={error}
              onRun={start}
            />
            <WhenThere then={editorIsThere} />
          </Suspense>
          {ready ? <p className="hint draft-note">{draftWords(draft)}</p> : null}
          {ready && draft.other !== null ? (
            <p className="hint draft-note">
              Another tab changed this program as well.{' '}
              <button type="button" className="link-button" onClick={draft.swap}>
                Show the other version
              </button>
            </p>
          ) : null}
        </div>
      ) : null}
      {!ready && marked !== null && holds && listing.current !== null
        ? createPortal(
            <LineMark key={`${marked} ${followed}`} line={marked} follow={followed !== null} />,
            listing.current,
          )
        : null}
      {elsewhere.tooLong ? (
        <p className="hint draft-note">
          This program is too long for an address: download it, and open the file in the playground.
        </p>
      ) : null}
      <ProgramRun
        run={run}
        title={program.name}
        onRun={start}
        edited={!holds}
        {...(holds ? { onLine: followLine } : {})}
        onCleared={() => listing.current?.closest('figure')?.querySelector<HTMLElement>('[data-run]')?.focus()}
      />
    </div>
  );
}

function draftWords({ source, aside, trouble }: ReturnType<typeof useDraft>): string {
  if (trouble !== null) return 'This browser does not keep your changes: copy or download what you want to keep.';
  if (source !== null) return 'Your version. It is kept in this browser.';
  return aside === null
    ? 'The lesson’s version. What you change is kept in this browser.'
    : 'The lesson’s version. Yours is put aside, and Restore brings it back.';
}

/** Calls `then` when its neighbours are drawn, before they are painted. */
function WhenThere({ then }: { then(): void }) {
  const tell = useEffectEvent(then);
  useLayoutEffect(() => tell(), []);
  return null;
}

/** Marks a line of the listing; a line that the reader asked for is brought into view. */
function LineMark({ line, follow }: { readonly line: number; readonly follow: boolean }) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (follow) mark.current?.scrollIntoView({ block: 'center' });
  }, [follow]);
  return (
    <span ref={mark} className="line-mark" aria-hidden="true" style={{ '--line': line - 1 } as React.CSSProperties} />
  );
}
