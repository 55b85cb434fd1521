import { Suspense, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { usualSwitchIntervalMs } from '../../core/python/python';
import { lazily } from '../../ui/lazily';
import { sourceOf, type Program } from '../workbench/program';
import { ProgramRun } from './ProgramRun';
import { useDraft } from '../workbench/useDraft';
import { useHandOver } from '../workbench/useHandOver';
import { usePythonRun } from './usePythonRun';
import { lastLine } from './words';

const Editor = lazily(() => import('../workbench/editor/Editor').then((module) => module.Editor));

/** What a reader asks of a program with the buttons over it. Each press is an object of its own. */
export interface Wish {
  readonly to: 'run' | 'stop' | 'edit' | 'reset' | 'restore' | 'playground' | 'scheduler';
}

/** What the buttons must know. */
export interface DeskSeen {
  readonly busy: boolean;
  /** The editor stands where the listing was. */
  readonly editing: boolean;
  /** What the reader made of the program, where that is shown; null where it is the lesson's. */
  readonly source: string | null;
  /** There is something to take back after a reset. */
  readonly aside: boolean;
}

interface ProgramDeskProps {
  readonly program: Program;
  readonly wish: Wish;
  /** The listing, in which a line may be marked. */
  readonly listing: RefObject<HTMLElement | null>;
  onSeen(seen: DeskSeen): void;
  /** Shows all of a folded listing. */
  onUnfold(): void;
}

/** All that comes with the first press of a button over a program: its run and its editor. */
export function ProgramDesk({ program, wish, listing, onSeen, onUnfold }: ProgramDeskProps) {
  const original = useMemo(() => sourceOf(program), [program]);
  const elsewhere = useHandOver();
  const run = usePythonRun();
  const draft = useDraft(program.name, original);
  const [heard, setHeard] = useState(wish);
  const [wanted, setWanted] = useState(wish.to === 'edit');
  const [ready, setReady] = useState(false);
  /** A line that the reader followed a link to. */
  const [followed, setFollowed] = useState<number | null>(null);
  const editor = useRef<HTMLDivElement>(null);
  const source = ready ? (draft.source ?? original) : original;

  if (heard !== wish) {
    setHeard(wish);
    if (wish.to === 'edit') setWanted(true);
  }

  const start = (): void => {
    setFollowed(null);
    run.run({ source, fileName: program.name, switchIntervalMs: usualSwitchIntervalMs });
  };
  const grant = useEffectEvent((asked: Wish) => {
    switch (asked.to) {
      case 'run':
        run.run({ source, fileName: program.name, switchIntervalMs: usualSwitchIntervalMs });
        return;
      case 'stop':
        run.stop();
        return;
      case 'edit':
        draft.open();
        return;
      case 'playground':
      case 'scheduler':
        void elsewhere.open(asked.to, source, program.name);
        return;
      default:
        draft[asked.to]();
    }
  });
  useEffect(() => grant(wish), [wish]);

  const editorIsThere = (): void => {
    setReady(true);
    onUnfold();
  };
  useEffect(() => {
    // Not in the moment above: when all comes at once, the box around the editor is not known yet.
    if (ready) editor.current?.querySelector<HTMLElement>('[contenteditable]')?.focus({ preventScroll: true });
  }, [ready]);
  const tell = useEffectEvent(onSeen);
  const changed = ready ? draft.source : null;
  const aside = draft.aside !== null;
  useLayoutEffect(
    () => tell({ busy: run.busy, editing: ready, source: changed, aside }),
    [run.busy, ready, changed, aside],
  );

  // A line number holds for the text that ran.
  const same = run.order?.source === source;
  const failed = run.phase.kind === 'ended' && run.phase.end.status === 'failed' && same ? run.phase.end : null;
  const line = failed?.line ?? null;
  const reason = failed === null ? '' : lastLine(failed.reason);
  const error = useMemo(() => {
    if (followed !== null && followed !== line) return { line: followed, message: 'The traceback leads here.' };
    return line === null ? null : { line, message: reason };
  }, [followed, line, reason]);

  const follow = (to: number): void => {
    setFollowed(to);
    onUnfold();
    if (ready) editor.current?.scrollIntoView({ block: 'nearest' });
  };
  const marked = followed ?? line;
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
      {!ready && marked !== null && same && listing.current !== null
        ? createPortal(
            <LineMark key={`${marked} ${followed}`} line={marked} follow={followed !== null} />,
            listing.current,
          )
        : null}
      {elsewhere.tooLong ? (
        <p className="hint draft-note">
          This program is too long to be put into an address: download it, and open the file in the playground.
        </p>
      ) : null}
      <ProgramRun
        run={run}
        title={program.name}
        onRun={start}
        edited={!same}
        {...(same ? { onLine: follow } : {})}
        onCleared={() => listing.current?.closest('figure')?.querySelector<HTMLElement>('[data-run]')?.focus()}
      />
    </div>
  );
}

function draftWords({ source, aside, trouble }: ReturnType<typeof useDraft>): string {
  if (trouble !== null) return 'This browser does not keep your changes: copy or download what you want to keep.';
  if (source !== null) return 'Your version. It is kept in this browser.';
  return aside === null
    ? 'As the lesson has it. What you change is kept in this browser.'
    : 'As the lesson has it. Your version is put aside, and Restore brings it back.';
}

/** Tells when its neighbours are drawn: in the same moment, before anything is painted. */
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
