import { useState } from 'react';
import { ProgramView } from '../../lab/program/ProgramView';
import { NativeRows } from './NativeRows';
import type { Outcomes, Statement } from './statement';

interface StatementProgramProps {
  readonly statement: Statement;
  /** Null until the reader has guessed. */
  readonly outcomes: Outcomes | null;
}

/** The program of a statement, and after a guess every Python it ran on. */
export function StatementProgram({ statement, outcomes }: StatementProgramProps) {
  // The program's buttons bring a lot; most readers open few.
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{outcomes === null ? 'Its program' : 'Its program, to try here, and every Python it ran on'}</summary>
      {open ? (
        <>
          <ProgramView program={statement.program} anchor={`program-${statement.id}`} />
          {outcomes === null ? null : <NativeRows native={outcomes.native} statement={statement} />}
        </>
      ) : null}
    </details>
  );
}
