import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useHears } from '../../ui/useHears';
import { usePress } from '../../ui/usePress';
import { ProgramRun } from '../program/ProgramRun';
import { useErrorLine } from '../program/useErrorLine';
import { usePythonRun } from '../program/usePythonRun';
import { Editor } from '../workbench/editor/Editor';
import { openAddress, type Opened } from '../workbench/fromAddress';
import { NoteBox, quiet } from '../workbench/NoteBox';
import { isEdited, OpenDocument, type PackedAddress } from '../workbench/openDocument';
import type { Example, ProgramGroup } from '../workbench/programGroups';
import { encodeProgram } from '../workbench/share';
import { useForeignFrame } from '../workbench/useForeignFrame';
import { useHandOver } from '../workbench/useHandOver';
import { useOpenDocument } from '../workbench/useOpenDocument';
import { Workbench } from '../workbench/Workbench';
import { IntervalField } from './IntervalField';
import { Layout, NoOutput } from './Layout';
import { OpenFileButton } from './OpenFileButton';
import { Safety } from './Safety';

interface PlaygroundPanelProps {
  readonly opened: Opened;
  readonly welcome: Example;
  loadGroups(): Promise<readonly ProgramGroup[]>;
}

/** The playground itself: a program to edit, to run and to hand on. */
export function PlaygroundPanel({ opened, welcome, loadGroups }: PlaygroundPanelProps) {
  const [openDocument] = useState(() => new OpenDocument(opened));
  const { program, note } = useStore(openDocument.store);
  const run = usePythonRun();
  const { holds, error, follow, forget } = useErrorLine(run, program.source);
  const elsewhere = useHandOver();
  const [settings, setSettings] = useState(false);
  /** Counts what was opened: what was asked of one program is no answer for the next. */
  const [openings, setOpenings] = useState(0);
  const pane = useRef<HTMLDivElement>(null);
  const ran = run.phase.kind !== 'idle';
  const framed = useForeignFrame(program);
  const hears = useHears(program.id);
  const deaf = framed || (note?.kind === 'shared' && !hears);
  const resettable = isEdited(program) || (ran && !run.busy);

  const open = (next: Opened): void => {
    run.dismiss();
    forget();
    setOpenings((count) => count + 1);
    openDocument.open(next);
  };
  useOpenDocument(
    openDocument,
    () => void openDocument.openLater(openAddress(location.hash, welcome, loadGroups), open),
  );

  const start = (): void => {
    if (deaf) return;
    forget();
    run.run({ source: program.source, fileName: program.name, switchIntervalMs: program.switchIntervalMs });
  };
  const reset = (): void => {
    openDocument.reset();
    if (!run.busy) run.clear();
  };
  const press = usePress<'run' | 'stop'>((to) => (to === 'run' ? start() : run.stop()));
  const pack = async (): Promise<PackedAddress> => {
    const { source, name, switchIntervalMs } = program;
    const fragment = await encodeProgram(source, { name, switchIntervalMs });
    return { address: `${location.origin}${location.pathname}#${fragment}` };
  };

  const { busy } = run;
  useEffect(() => {
    // On a phone the output lies below the editor; the run's panel has no box of its own where they stand side by side.
    if (busy) document.querySelector('.bench > .program-run')?.scrollIntoView({ block: 'start' });
  }, [busy]);

  // It must stay one function, or each letter would draw the whole console again.
  const followLine = useCallback(
    (to: number): void => {
      follow(to);
      pane.current?.scrollIntoView({ block: 'nearest' });
    },
    [follow],
  );

  return (
    <Workbench
      openDocument={openDocument}
      welcome={welcome}
      elsewhere={elsewhere}
      framed={framed}
      loadGroups={loadGroups}
      onRename={(name) => openDocument.rename(name)}
      onOpen={(chosen) => open({ program: chosen, note: null })}
      pack={pack}
      firstButtons={
        <>
          <button
            type="button"
            className="button button-primary bench-go"
            aria-disabled={deaf}
            onClick={(event) => press(event, busy ? 'stop' : 'run')}
          >
            {busy ? 'Stop' : 'Run'}
          </button>
          {/* Not `disabled`: the focus would be lost with the press that makes it so. */}
          <button type="button" className="button" aria-disabled={!resettable} onClick={resettable ? reset : undefined}>
            Reset
          </button>
        </>
      }
      settings={
        settings ? (
          <IntervalField value={program.switchIntervalMs} onChange={(value) => openDocument.setSwitchInterval(value)} />
        ) : null
      }
      ownNotes={note?.kind === 'shared' && !framed ? <SharedNote onDismiss={() => openDocument.dismissNote()} /> : null}
      lastTools={
        <OpenFileButton onOpened={open} onRefused={(words) => openDocument.tell({ kind: 'trouble', words })} />
      }
    >
      {({ bar, notes, head }) => (
        <Layout
          bar={bar}
          settings={
            <>
              <button
                type="button"
                className="button button-quiet"
                onClick={() => void elsewhere.open('scheduler', program.source, program.name)}
              >
                Step
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
          notes={notes}
          head={head}
          editor={
            <div ref={pane}>
              <Editor
                value={program.source}
                onChange={(source) => openDocument.edit(source)}
                label={`Program, ${program.name}`}
                error={error}
                onRun={busy ? () => undefined : start}
              />
            </div>
          }
          safety={<Safety key={openings} name={program.name} source={program.source} barred={deaf} />}
          run={
            ran ? (
              <ProgramRun
                run={run}
                title={run.order?.fileName ?? program.name}
                buttons={false}
                edited={!holds}
                onRun={start}
                {...(holds ? { onLine: followLine } : {})}
              />
            ) : (
              <NoOutput>
                What the program prints appears here, each line with the thread that wrote it. Below it comes a
                timeline: which thread ran, and which waited. Press Run, or Ctrl+Enter in the editor.
              </NoOutput>
            )
          }
        />
      )}
    </Workbench>
  );
}

/** A program came from outside: the reader should see it before it runs. */
function SharedNote({ onDismiss }: { onDismiss(): void }) {
  return (
    <NoteBox kind="shared" buttons={quiet('I have read it', onDismiss)}>
      <p>
        This program came with the address. Read it before you run it: it cannot reach the page or your files, but it is
        not ours. Your own drafts are under Programs.
      </p>
    </NoteBox>
  );
}
