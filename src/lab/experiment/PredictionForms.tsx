import { useId, useState } from 'react';
import { assertNever } from '../../core/base/assertNever';
import type { StoredPrediction } from '../../storage/progressFile';
import type { Experiment, Prediction } from './experiment';
import { orderOf, partsOf } from './guess';
import type { Guess } from './useGuess';

interface FormProps {
  readonly experiment: Experiment;
  readonly guess: Guess;
}

interface FormButtonsProps {
  /** Null while nothing is chosen. */
  readonly prediction: StoredPrediction | null;
  readonly guess: Guess;
}

/** One button, so that the focus stays where the reader pressed. */
function FormButtons({ prediction, guess }: FormButtonsProps) {
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

interface EachFormProps extends FormProps {
  readonly prediction: Extract<Prediction, { kind: 'each' }>;
}

function EachForm({ experiment, prediction, guess }: EachFormProps) {
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const last = guess.last?.kind === 'choice' ? partsOf(experiment, guess.last.option) : null;
  const parts = experiment.strategies.map(({ id }, at) => picked[id] ?? last?.[at] ?? '');
  return (
    <fieldset className="choice">
      <legend>{prediction.question}</legend>
      {experiment.strategies.map(({ id, name }, at) => (
        <label key={id} className="each">
          <span>{name}</span>
          <select
            value={parts[at]}
            disabled={guess.made !== null}
            onChange={({ target }) => setPicked({ ...picked, [id]: target.value })}
          >
            <option value="" hidden>
              …
            </option>
            {prediction.options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <FormButtons prediction={parts.includes('') ? null : { kind: 'choice', option: parts.join(' ') }} guess={guess} />
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
      return <EachForm experiment={experiment} prediction={prediction} guess={guess} />;
    default:
      return assertNever(prediction);
  }
}
