import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { downloadText } from '../../ui/download';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { copyText } from '../../ui/useCopy';
import { useHears } from '../../ui/useHears';
import { usePress } from '../../ui/usePress';
import { Editor } from '../workbench/editor/Editor';
import { ProgramRun } from '../program/ProgramRun';
import { encodeProgram, maxProgramBytes } from '../workbench/share';
import { FramedNote } from '../workbench/NoteBox';
import { useForeignFrame } from '../workbench/useForeignFrame';
import { useHandOver } from '../workbench/useHandOver';
import { usePythonRun } from '../program/usePythonRun';
import { lastLine } from '../program/words';
import { CopyButton } from '../workbench/CopyButton';
import { Desk } from '../workbench/openDocument';
import { openFile } from '../workbench/files';
import { IntervalField } from './IntervalField';
import { Layout, NoOutput } from './Layout';
import { openAddress, type Opened, type OpenProgram } from '../workbench/fromAddress';
import { ProgramsDialog } from '../workbench/ProgramsDialog';
import { SharePanel } from '../workbench/SharePanel';
import type { Example, Shelf } from '../workbench/programGroups';
import { useDesk } from '../workbench/useOpenDocument';

interface BenchProps {
  readonly opened: Opened;
  readonly welcome: Example;
  loadShelves(): Promise<readonly Shelf[]>;
}

/** The playground itself: a program to edit, to run and to hand on. */
export function Bench({ opened, welcome, loadShelves }: BenchProps) {
  const [desk] = useState(() => new Desk(opened));
  const { program, note, trouble } = useStore(desk.store);
  const run = usePythonRun();
  const elsewhere = useHandOver();
  const [choosing, setChoosing] = useState<Promise<readonly Shelf[]> | null>(null);
  const [shared, setShared] = useState<{ readonly address: string; readonly copied: boolean } | null>(null);
  const [settings, setSettings] = useState(false);
  const [followed, setFollowed] = useState<number | null>(null);
  /** Counts what was opened, or asked for by the address. */
  const arrivals = useRef(0);
  const pane = useRef<HTMLDivElement>(null);
  const sharer = useRef<HTMLButtonElement>(null);
  const edited = program.source !== program.original;
  const ran = run.phase.kind !== 'idle';
  const framed = useForeignFrame(program);
  const hears = useHears(program.id);
  const deaf = framed || (note?.kind === 'shared' && !hears);
  const resettable = edited || (ran && !run.busy);

  const take = (next: Opened): void => {
    arrivals.current += 1;
    run.dismiss();
    setShared(null);
    setFollowed(null);
    desk.open(next);
  };
  const choose = (chosen: OpenProgram): void => {
    setChoosing(null);
    take({ program: chosen, note: null });
  };
  const arrive = (): void => {
    arrivals.current += 1;
    const mine = arrivals.current;
    // The address may have changed again while a program was fetched.
    const latest = (then: () => void): void => {
      if (mine === arrivals.current) then();
    };
    openAddress(location.hash, welcome, loadShelves).then(
      (next) => latest(() => take(next)),
      (error: unknown) =>
        latest(() =>
          desk.tell({ kind: 'trouble', words: `The examples could not be fetched (${String(error)}). Try again.` }),
        ),
    );
  };
  useDesk(desk, arrive);

  const start = (): void => {
    if (deaf) return;
    setFollowed(null);
    run.run({ source: program.source, fileName: program.name, switchIntervalMs: program.switchIntervalMs });
  };
  const reset = (): void => {
    desk.reset();
    if (!run.busy) run.clear();
  };
  const press = usePress<'run' | 'stop'>((to) => (to === 'run' ? start() : run.stop()));
  const closeShared = (): void => {
    setShared(null);
    sharer.current?.focus();
  };
  const share = async (): Promise<void> => {
    if (new TextEncoder().encode(program.source).length > maxProgramBytes) {
      desk.tell({
        kind: 'trouble',
        words: `A program of more than ${maxProgramBytes / 1000} kB does not fit into an address. Download it, and send the file.`,
      });
      return;
    }
    const fragment = await encodeProgram(program.source, {
      name: program.name,
      switchIntervalMs: program.switchIntervalMs,
    });
    const address = `${location.origin}${location.pathname}#${fragment}`;
    setShared({ address, copied: await copyText(address) });
  };

  const { busy } = run;
  useEffect(() => {
    // On a phone the output lies below the editor; the run's panel has no box of its own where they stand side by side.
    if (busy) document.querySelector('.bench > .program-run')?.scrollIntoView({ block: 'start' });
  }, [busy]);

  // A line number holds for the text that ran.
  const same = run.order?.source === program.source;
  const failed = run.phase.kind === 'ended' && run.phase.end.status === 'failed' && same ? run.phase.end : null;
  const line = failed?.line ?? null;
  const reason = failed === null ? '' : lastLine(failed.reason);
  const error = useMemo(() => {
    if (followed !== null && followed !== line) return { line: followed, message: 'The traceback leads here.' };
    return line === null ? null : { line, message: reason };
  }, [followed, line, reason]);
  // The same function for as long as it lives, or each letter would draw the whole console again.
  const follow = useCallback((to: number): void => {
    setFollowed(to);
    pane.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  return (
    <>
      <Layout
        bar={
          <>
            <button
              type="button"
              className="button button-primary bench-go"
              aria-disabled={deaf}
              onClick={(event) => press(event, run.busy ? 'stop' : 'run')}
            >
              {run.busy ? 'Stop' : 'Run'}
            </button>
            {/* Not `disabled`: the focus would be lost with the press that makes it so. */}
            <button
              type="button"
              className="button"
              aria-disabled={!resettable}
              onClick={resettable ? reset : undefined}
            >
              Reset
            </button>
            <button type="button" className="button" aria-haspopup="dialog" onClick={() => setChoosing(loadShelves())}>
              Programs
            </button>
          </>
        }
        settings={
          <>
            <button
              type="button"
              className="button button-quiet"
              onClick={() => void elsewhere.open('scheduler', program.source, program.name)}
            >
              Step through
            </button>
            <button
              type="button"
              className="button button-quiet numeric"
              aria-expanded={settings}
              onClick={() => setSettings(!settings)}
            >
              Switch interval: {program.switchIntervalMs} ms
            </button>
          </>
        }
        notes={
          <>
            {settings ? (
              <IntervalField value={program.switchIntervalMs} onChange={(value) => desk.setSwitchInterval(value)} />
            ) : null}
            {elsewhere.tooLong ? (
              <p className="hint">This program is too long to be put into an address, and to be stepped through.</p>
            ) : null}
            {framed ? <FramedNote /> : null}
            {note === null || framed ? null : <Note note={note} onDismiss={() => desk.dismissNote()} />}
            {shared === null ? null : <SharePanel key={shared.address} {...shared} onClose={closeShared} />}
          </>
        }
        head={
          <>
            <p>
              <code>{program.name}</code> <span className="bench-standing">{standing(edited, trouble !== null)}</span>
            </p>
            <div className="bench-tools">
              <button ref={sharer} type="button" className="button button-quiet" onClick={() => void share()}>
                Share
              </button>
              <CopyButton text={program.source} />
              <button
                type="button"
                className="button button-quiet"
                onClick={() => downloadText(program.name, 'text/x-python', program.source)}
              >
                Download
              </button>
              <OpenButton onOpened={take} onRefused={(words) => desk.tell({ kind: 'trouble', words })} />
            </div>
          </>
        }
        editor={
          <div ref={pane}>
            <Editor
              value={program.source}
              onChange={(source) => desk.edit(source)}
              label={`Program, ${program.name}`}
              error={error}
              onRun={run.busy ? () => undefined : start}
            />
          </div>
        }
        run={
          ran ? (
            <ProgramRun
              run={run}
              title={run.order?.fileName ?? program.name}
              buttons={false}
              edited={!same}
              onRun={start}
              {...(same ? { onLine: follow } : {})}
            />
          ) : (
            <NoOutput>
              What the program prints appears here, each line with the thread that wrote it; beneath, a timeline of who
              ran and who waited. Press Run, or Ctrl+Enter in the editor.
            </NoOutput>
          )
        }
      />
      {choosing === null ? null : (
        <ErrorBoundary what="The list of programs">
          <Suspense fallback={null}>
            <ProgramsDialog shelves={choosing} current={program.id} onOpen={choose} onClose={() => setChoosing(null)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}

function standing(edited: boolean, lost: boolean): string {
  if (!edited) return '';
  return lost
    ? 'edited; this browser does not keep it, so download what you want to keep'
    : 'edited, kept in this browser';
}

function Note({ note, onDismiss }: { readonly note: NonNullable<Opened['note']>; onDismiss(): void }) {
  return (
    <div className={note.kind === 'trouble' ? 'notice notice-bad' : 'notice'} data-notice={note.kind}>
      <p role="status">
        {note.kind === 'trouble'
          ? note.words
          : 'This program came with the address. Read it before you run it: it cannot reach the page or your files, but it is not ours. Your own drafts are under Programs.'}
      </p>
      <p className="button-row">
        <button type="button" className="button button-quiet" onClick={onDismiss}>
          {note.kind === 'trouble' ? 'Dismiss' : 'I have read it'}
        </button>
      </p>
    </div>
  );
}

function OpenButton({ onOpened, onRefused }: { onOpened(opened: Opened): void; onRefused(words: string): void }) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File): Promise<void> => {
    const opened = await openFile(file);
    if (typeof opened === 'string') onRefused(opened);
    else onOpened(opened);
  };
  return (
    <>
      <button type="button" className="button button-quiet" onClick={() => input.current?.click()}>
        Open a file
      </button>
      <input
        ref={input}
        type="file"
        accept=".py,.txt,text/plain,text/x-python"
        hidden
        aria-label="Python file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // So that choosing the same file again is heard as well.
          target.value = '';
          if (file !== undefined) void read(file);
        }}
      />
    </>
  );
}
