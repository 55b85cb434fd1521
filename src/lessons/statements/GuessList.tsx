import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useMounted } from '../../ui/useMounted';
import { useLesson } from '../context';
import { Heading } from '../Heading';
import './statements.css';

/** One of several things of which the reader says the same kind of thing. */
export interface GuessRow<A extends string> {
  /** Unique in its list. */
  readonly id: string;
  /** What it is: a name, and a sentence. */
  readonly ask: ReactNode;
  /** What the buttons choose, for those who hear them alone. */
  readonly label: string;
  /** Null until it is fetched. */
  readonly right: A | null;
  /** Why that is right, and the figures for it; shown beside a guess. */
  readonly why: ReactNode;
  readonly figures: ReactNode;
  /** Always there. */
  renderAfter?(isSettled: boolean): ReactNode;
}

interface GuessListProps<A extends string> {
  /** Its address in the page; guesses are kept under it. */
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly choices: readonly { readonly id: A; readonly text: string; /** After “No: ”. */ readonly said: string }[];
  readonly rows: readonly GuessRow<A>[];
  /** Whether what is right is there: `lost` where it could not be fetched, which `lostWords` then says. */
  readonly fetched: 'waiting' | 'there' | 'lost';
  readonly lostWords: string;
  /** What must be known of the figures; shown after the first guess. */
  readonly conditions: ReactNode;
}

/** What is fetched after the page, since a guess comes first. @param load the same function for as long as the component lives */
export function useAnswers<T>(load: () => Promise<T>): {
  readonly fetched: GuessListProps<string>['fetched'];
  readonly answers: T | null;
} {
  const [state, setState] = useState<{ readonly answers: T } | 'lost' | null>(null);
  useEffect(() => {
    load().then(
      (answers) => setState({ answers }),
      () => setState('lost'),
    );
  }, [load]);
  return state === null || state === 'lost'
    ? { fetched: state ?? 'waiting', answers: null }
    : { fetched: 'there', answers: state.answers };
}

/** A list of which the reader says something of each row, and sees beside that what is right, and why. */
export function GuessList<A extends string>({
  id,
  title,
  question,
  choices,
  rows,
  fetched,
  lostWords,
  conditions,
}: GuessListProps<A>) {
  const { guesses, onGuess } = useLesson();
  // The prerendered page knows nothing of the reader.
  const mounted = useMounted();
  const list = useRef<HTMLOListElement>(null);
  const key = (row: string): string => `${id}/${row}`;
  const guessOf = (row: string): A | null =>
    (mounted ? choices.find((choice) => choice.id === guesses[key(row)])?.id : null) ?? null;
  const guessed = rows.filter((row) => guessOf(row.id) !== null);
  const hits = guessed.filter((row) => guessOf(row.id) === row.right).length;
  const again = (): void => {
    for (const row of rows) onGuess(key(row.id), null);
    // The button goes away with the guesses, and the focus must not go with it.
    list.current?.querySelector('button')?.focus();
  };
  return (
    <section className="wide statements" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      <p className="card-question">{question}</p>
      <ol ref={list}>
        {rows.map(({ id: row, ask, label, right, why, figures, renderAfter }) => {
          const guess = guessOf(row);
          const settled = guess !== null && right !== null;
          return (
            <li
              key={row}
              className="statement"
              data-statement={row}
              data-guess={settled ? (guess === right ? 'right' : 'wrong') : 'none'}
            >
              <div className="statement-ask">
                <p>{ask}</p>
                <div className="statement-guess" role="group" aria-label={label}>
                  {choices.map((choice) => (
                    <button
                      key={choice.id}
                      type="button"
                      className="button"
                      aria-pressed={choice.id === guess}
                      aria-disabled={guess !== null}
                      data-right={settled && choice.id === right}
                      onClick={() => guess === null && onGuess(key(row), choice.id)}
                    >
                      {choice.text}
                    </button>
                  ))}
                </div>
              </div>
              {/* Always there, so that what appears in it is announced. */}
              <div className="statement-outcome" role="status">
                {settled ? (
                  <>
                    <p>
                      <strong>
                        {guess === right
                          ? 'As you said.'
                          : `No: ${choices.find((choice) => choice.id === right)?.said ?? ''}.`}
                      </strong>{' '}
                      {why}
                    </p>
                    {figures}
                  </>
                ) : null}
              </div>
              {renderAfter?.(settled)}
            </li>
          );
        })}
      </ol>
      <div className="statements-end">
        {/* Always there, so that what appears in it is announced. */}
        <p role="status">
          {fetched === 'lost'
            ? lostWords
            : guessed.length === 0 || fetched === 'waiting'
              ? ''
              : `${hits} of ${guessed.length} as you said${guessed.length < rows.length ? `, ${rows.length - guessed.length} to go` : ''}.`}
        </p>
        {guessed.length === 0 ? null : (
          <button type="button" className="button button-quiet" onClick={again}>
            Guess again
          </button>
        )}
      </div>
      {guessed.length === 0 || fetched !== 'there' ? null : conditions}
    </section>
  );
}
