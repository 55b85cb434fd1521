import { Suspense, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { wayBackOf } from '../../storage/handOver';
import { downloadText } from '../../ui/download';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { EmbedButton } from '../../ui/EmbedButton';
import { isEmbedded } from '../../ui/embedded';
import { focusIn } from '../../ui/focusIn';
import { Link } from '../../ui/Link';
import { More } from '../../ui/More';
import { CopyButton } from './CopyButton';
import { exampleOf, runsInItsOwnWindow, withoutText } from './embedding';
import type { OpenProgram } from './fromAddress';
import { FramedNote, NoteBox, quiet } from './NoteBox';
import { isEdited, type OpenDocument, type PackedAddress } from './openDocument';
import type { Example, ProgramGroup } from './programGroups';
import { ProgramName } from './ProgramName';
import { ProgramsDialog } from './ProgramsDialog';
import { SharePanel } from './SharePanel';
import type { HandOver } from './useHandOver';

/** What both pages show, for a panel to arrange. */
export interface WorkbenchParts {
  readonly bar: ReactNode;
  readonly notes: ReactNode;
  readonly head: ReactNode;
}

interface WorkbenchProps {
  readonly openDocument: OpenDocument;
  /** The page's first program. */
  readonly welcome: Example;
  readonly elsewhere: HandOver;
  /** The program came by an address into another site's page, where it must not run. */
  readonly framed: boolean;
  /** The buttons of the bar that stand before Programs, and those after it. */
  readonly firstButtons: ReactNode;
  readonly lastButtons?: ReactNode;
  /** What a button has unfolded over the notes. */
  readonly settings: ReactNode;
  readonly ownNotes: ReactNode;
  /** The buttons over the program that stand before Copy and Download, and those after them. */
  readonly firstTools?: ReactNode;
  readonly lastTools: ReactNode;
  loadGroups(): Promise<readonly ProgramGroup[]>;
  /** The reader has named the program. */
  onRename(name: string): void;
  /** The reader has chosen another program. */
  onOpen(program: OpenProgram): void;
  /** Makes the address that holds the program. */
  pack(): Promise<PackedAddress>;
  /** Arranges the parts, with those of the panel's own. */
  children(parts: WorkbenchParts): ReactNode;
}

/** What the pages that take any program have in common: the menu of programs, notes, the program's name, and the buttons that hand it on. */
export function Workbench({ openDocument, elsewhere, framed, ...own }: WorkbenchProps) {
  const { program, note, trouble, shared } = useStore(openDocument.store);
  const [choosing, setChoosing] = useState<Promise<readonly ProgramGroup[]> | null>(null);
  const back = useMemo(() => wayBackOf(program.originalName), [program.originalName]);
  const sharer = useRef<HTMLButtonElement>(null);
  const renamer = useRef<HTMLButtonElement>(null);
  /** The program whose name the reader is changing. */
  const [naming, setNaming] = useState<string | null>(null);
  const menu = useId();
  const named = (): void => {
    // The button must be there before it can have the focus.
    flushSync(() => setNaming(null));
    focusIn(renamer.current);
  };
  const open = (chosen: OpenProgram): void => {
    setChoosing(null);
    own.onOpen(chosen);
  };
  const closeShared = (): void => {
    openDocument.closeShared();
    sharer.current?.focus();
  };
  const bar = (
    <>
      {own.firstButtons}
      {isEmbedded() ? null : (
        <button type="button" className="button" aria-haspopup="dialog" onClick={() => setChoosing(own.loadGroups())}>
          Programs
        </button>
      )}
      {own.lastButtons}
    </>
  );
  const notes = (
    <>
      {own.settings}
      {elsewhere.tooLong ? (
        <p className="hint">This program is too long for an address, so it cannot be opened on another page.</p>
      ) : null}
      {note?.kind === 'trouble' ? (
        <NoteBox kind="trouble" bad buttons={quiet('Dismiss', () => openDocument.dismissNote())}>
          <p>{note.words}</p>
        </NoteBox>
      ) : null}
      {framed ? <FramedNote /> : null}
      {own.ownNotes}
      {shared === null ? null : (
        <SharePanel key={shared.address} {...shared} onClose={closeShared}>
          <EmbedButton
            address={() => withoutText(shared.address, program, own.welcome)}
            title={`Program: ${program.name}`}
          >
            {exampleOf(program, own.welcome) === null ? <p>{runsInItsOwnWindow}</p> : null}
          </EmbedButton>
        </SharePanel>
      )}
    </>
  );
  const head = (
    <>
      <div className="bench-title">
        <ProgramName name={program.name} naming={naming === program.id} onRename={own.onRename} onDone={named} />
        <span className="bench-standing">{isEdited(program) ? keptWords(trouble !== null) : ''}</span>
      </div>
      {back === null ? null : (
        <Link to={back.to} className="bench-back">
          Back to {back.program} in {back.title}
        </Link>
      )}
      <div className="bench-tools">
        <button
          ref={sharer}
          type="button"
          className="button button-quiet"
          onClick={() => void openDocument.share(own.pack)}
        >
          Share
        </button>
        <More id={menu} name={program.name}>
          {own.firstTools}
          <button ref={renamer} type="button" className="button button-quiet" onClick={() => setNaming(program.id)}>
            Rename
          </button>
          <CopyButton name={program.name} text={() => program.source} />
          <button
            type="button"
            className="button button-quiet"
            onClick={() => downloadText(program.name, 'text/x-python', program.source)}
          >
            Download
          </button>
          {own.lastTools}
        </More>
      </div>
    </>
  );
  return (
    <>
      {own.children({ bar, notes, head })}
      {choosing === null ? null : (
        <ErrorBoundary what="The list of programs">
          <Suspense fallback={null}>
            <ProgramsDialog groups={choosing} current={program.id} onOpen={open} onClose={() => setChoosing(null)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}

const keptWords = (lost: boolean): string =>
  lost ? 'edited; this browser does not keep it, so download what you want to keep' : 'edited, kept in this browser';
