import { useEffect, useRef, useState } from 'react';
import { useMounted } from '../../ui/useMounted';
import { useLesson } from '../context';
import { Heading } from '../Heading';
import { answerOf, isAnswer, type Outcomes, type StatementSet } from './statement';
import { StatementRow } from './StatementRow';
import { Conditions } from './Conditions';
import './statements.css';

interface StatementTableProps {
  readonly set: StatementSet;
}

/** Statements that two threads run: the reader says of each where it goes wrong, and sees beside that what all schedules and native runs say. */
export function StatementTable({ set }: StatementTableProps) {
  const { guesses, onGuess } = useLesson();
  // The prerendered page knows nothing of the reader.
  const mounted = useMounted();
  const list = useRef<HTMLOListElement>(null);
  const [outcomes, setOutcomes] = useState<Outcomes | 'lost' | null>(null);
  useEffect(() => {
    set.outcomes().then(setOutcomes, () => setOutcomes('lost'));
  }, [set]);
  const known = outcomes === 'lost' ? null : outcomes;
  const key = (statement: string): string => `${set.id}/${statement}`;
  const rows = set.statements.map((statement) => {
    const kept = mounted ? guesses[key(statement.id)] : undefined;
    const tried = known?.tried[statement.id];
    return {
      statement,
      guess: isAnswer(kept) ? kept : null,
      right: tried === undefined ? null : answerOf(statement, tried),
    };
  });
  const guessed = rows.filter(({ guess }) => guess !== null);
  const hits = guessed.filter(({ guess, right }) => right !== null && guess === right).length;
  const again = (): void => {
    for (const { statement } of rows) onGuess(key(statement.id), null);
    // The button goes away with the guesses, and the focus must not go with it.
    list.current?.querySelector('button')?.focus();
  };
  return (
    <section className="wide statements" aria-labelledby={set.id}>
      <Heading id={set.id}>{set.title}</Heading>
      <p className="card-question">
        Can an update get lost, or an exception be raised? Say it of each; what really happens then stands beneath.
      </p>
      <ol ref={list}>
        {rows.map((row) => (
          <StatementRow
            key={row.statement.id}
            {...row}
            outcomes={known}
            onGuess={(guess) => onGuess(key(row.statement.id), guess)}
          />
        ))}
      </ol>
      <div className="statements-end">
        {/* Always there, so that what appears in it is announced. */}
        <p role="status">
          {outcomes === 'lost'
            ? 'What happens could not be fetched. Load the page again when there is a network.'
            : guessed.length === 0 || known === null
              ? ''
              : `${hits} of ${guessed.length} as you said${guessed.length < rows.length ? `, ${rows.length - guessed.length} to go` : ''}.`}
        </p>
        {guessed.length === 0 ? null : (
          <button type="button" className="button button-quiet" onClick={again}>
            Guess again
          </button>
        )}
      </div>
      {guessed.length === 0 || known === null ? null : <Conditions outcomes={known} />}
    </section>
  );
}
