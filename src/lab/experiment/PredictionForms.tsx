import { useId, useState } from 'react';
import { assertNever } from '../../core/base/assertNever';
import type { StoredPrediction } from '../../storage/progressFile';
import type { Experiment, Prediction } from './experiment';
import { orderOf } from './guess';
import type { Guess } from './useGuess';

/** What a form needs to know, and where it puts the guess. */
export interface FormProps {
  readonly experiment: Experiment;
  readonly guess: Guess;
}

interface FormButtonsProps {
  /** Null while nothing is chosen. */
  readonly prediction: StoredPrediction | null;
  readonly guess: Guess;
}

/** One button, so that the focus stays where the reader pressed. */
export function FormButtons({ prediction, guess }: FormButtonsProps) {
  const made = guess.made !== null;
  return (
    <div className="button-row">
      <button
        type="button"
        className="button"
        aria-disabled={!made && prediction === null}
        onClick={() => {
          if (made) guess.thinkAgain();
          else if (prediction !== null) guess.make(prediction);
        }}
      >
        {made ? 'Guess again' : 'That is my guess'}
      </button>
      <span className="hint">{made ? 'Noted. It stands beside Run.' : 'Or run it without one.'}</span>
    </div>
  );
}

interface MoveButtonProps {
  readonly label: string;
  readonly off: boolean;
  readonly children: string;
  onPress(): void;
}

/** Not `disabled` at the end of the list: who moves an item there by keyboard keeps the focus. */
function MoveButton({ label, off, children, onPress }: MoveButtonProps) {
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-label={label}
      aria-disabled={off}
      onClick={off ? undefined : onPress}
    >
      {children}
    </button>
  );
}

function RankForm({ experiment, guess }: FormProps) {
  // What this browser keeps is known only after the first draw.
  const [moved, setMoved] = useState<readonly string[] | null>(null);
  const order = moved ?? orderOf(experiment, guess.last?.kind === 'rank' ? guess.last : { order: [] });
  const made = guess.made !== null;
  const names = new Map<string, string>(experiment.strategies.map(({ id, name }) => [id, name]));
  const swap = (place: number): void =>
    setMoved(
      order.map((id, index) =>
        index === place ? (order[place + 1] ?? id) : index === place + 1 ? (order[place] ?? id) : id,
      ),
    );
  return (
    <>
      <p>Which is fastest? Put them in order before you measure.</p>
      <ol className="rank">
        {order.map((id, place) => (
          <li key={id}>
            <span className="rank-name">{names.get(id)}</span>
            <MoveButton
              label={`Move ${names.get(id) ?? id} up`}
              off={made || place === 0}
              onPress={() => swap(place - 1)}
            >
              ↑
            </MoveButton>
            <MoveButton
              label={`Move ${names.get(id) ?? id} down`}
              off={made || place === order.length - 1}
              onPress={() => swap(place)}
            >
              ↓
            </MoveButton>
          </li>
        ))}
      </ol>
      <FormButtons prediction={{ kind: 'rank', order }} guess={guess} />
    </>
  );
}

interface ChoiceFormProps {
  readonly prediction: Extract<Prediction, { kind: 'choice' }>;
  readonly guess: Guess;
}

function ChoiceForm({ prediction, guess }: ChoiceFormProps) {
  const name = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const option = chosen ?? (guess.last?.kind === 'choice' ? guess.last.option : null);
  return (
    <fieldset className="choice">
      <legend>{prediction.question}</legend>
      {prediction.options.map(({ id, text }) => (
        <label key={id}>
          <input
            type="radio"
            name={name}
            checked={option === id}
            disabled={guess.made !== null}
            onChange={() => setChosen(id)}
          />
          <span>{text}</span>
        </label>
      ))}
      <FormButtons prediction={option === null ? null : { kind: 'choice', option }} guess={guess} />
    </fieldset>
  );
}

/** Asks what the reader expects, in the way that the experiment wants. */
export function PredictionForm({ experiment, guess }: FormProps) {
  const { prediction } = experiment;
  switch (prediction.kind) {
    case 'rank':
      return <RankForm experiment={experiment} guess={guess} />;
    case 'choice':
      return <ChoiceForm prediction={prediction} guess={guess} />;
    case 'each':
      return <prediction.Form experiment={experiment} guess={guess} />;
    default:
      return assertNever(prediction);
  }
}
