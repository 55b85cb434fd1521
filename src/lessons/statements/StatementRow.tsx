import { useState } from 'react';
import { formatCount } from '../../core/base/format';
import { ProgramView } from '../../lab/program/ProgramView';
import { WithCode } from '../../ui/WithCode';
import { NativeRows } from './NativeRows';
import { nameOf, shownRows, wrongUnder, type Answer, type Statement, type Outcomes } from './statement';
import { sayRange } from './words';

const choices: readonly { readonly id: Answer; readonly text: string }[] = [
  { id: 'never', text: 'never' },
  { id: 'free-threaded', text: 'only without the GIL' },
  { id: 'both', text: 'with the GIL too' },
];

interface StatementRowProps {
  readonly statement: Statement;
  /** Null until they are fetched, as is what is right. */
  readonly outcomes: Outcomes | null;
  readonly guess: Answer | null;
  readonly right: Answer | null;
  onGuess(guess: Answer): void;
}

/** One statement: the guess, then what schedules and native runs say, and always its program. */
export function StatementRow({ statement, outcomes, guess, right, onGuess }: StatementRowProps) {
  // The program's buttons bring a lot; most readers open few.
  const [open, setOpen] = useState(false);
  const { id, code, scene, program } = statement;
  const settled = guess === null || right === null || outcomes === null ? null : { guess, right, outcomes };
  return (
    <li
      className="statement"
      data-statement={id}
      data-guess={settled === null ? 'none' : guess === right ? 'right' : 'wrong'}
    >
      <div className="statement-ask">
        <p>
          <code className="statement-code">{code}</code>
          <span className="statement-scene">
            <WithCode text={scene} />
          </span>
        </p>
        <div className="statement-guess" role="group" aria-label={`It goes wrong: ${code}`}>
          {choices.map(({ id: choice, text }) => (
            <button
              key={choice}
              type="button"
              className="button"
              aria-pressed={choice === guess}
              aria-disabled={guess !== null}
              data-right={settled !== null && choice === right}
              onClick={() => guess === null && onGuess(choice)}
            >
              {text}
            </button>
          ))}
        </div>
      </div>
      {/* Always there, so that what appears in it is announced. */}
      <div className="statement-outcome" role="status">
        {settled === null ? null : (
          <>
            <p>
              <strong>{guess === right ? 'As you said.' : `No: ${sayAnswer[settled.right]}.`}</strong>{' '}
              <WithCode text={settled.outcomes.why[id] ?? ''} />
            </p>
            <Figures outcomes={settled.outcomes} statement={statement} />
          </>
        )}
      </div>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{settled === null ? 'Its program' : 'Its program, to try here, and every Python it ran on'}</summary>
        {open ? (
          <>
            <ProgramView program={program} anchor={`program-${id}`} />
            {settled === null ? null : <NativeRows native={settled.outcomes.native} statement={statement} />}
          </>
        ) : null}
      </details>
    </li>
  );
}

const sayAnswer: Readonly<Record<Answer, string>> = {
  never: 'it never goes wrong',
  'free-threaded': 'it goes wrong only without the GIL',
  both: 'it goes wrong with the GIL too',
};

/** What every schedule and what native runs came to, in a row. */
function Figures({ outcomes, statement }: { readonly outcomes: Outcomes; readonly statement: Statement }) {
  const tried = outcomes.tried[statement.id];
  if (tried === undefined) throw new Error(`The schedules of ${statement.id} were not recorded.`);
  return (
    <dl className="statement-figures">
      {(['gil', 'free-threaded'] as const).map((rule) => {
        const wrong = wrongUnder(rule, statement, tried);
        return (
          <div key={rule} data-wrong={wrong > 0}>
            <dt>schedules, {rule === 'gil' ? 'GIL' : 'no GIL'}</dt>
            <dd>
              {wrong === 0 ? 'none' : formatCount(wrong)} of {formatCount(tried[rule].schedules)} kinds
            </dd>
          </div>
        );
      })}
      {shownRows(outcomes).map((row) => {
        const wrong = row.wrong[statement.id] ?? { least: 0, most: 0 };
        return (
          <div key={nameOf(row)} data-wrong={wrong.most > 0} data-native>
            <dt>
              {statement.wrong} on {nameOf(row)}
            </dt>
            <dd>{sayRange(wrong)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
