import { useId, useState } from 'react';
import type { StoredPrediction } from '../../storage/progressFile';
import type { Experiment, Prediction } from './experiment';

interface FormProps {
  readonly experiment: Experiment;
  onPredict(prediction: StoredPrediction): void;
}

interface FormButtonsProps {
  /** Null while nothing is chosen. */
  readonly prediction: StoredPrediction | null;
  onPredict(prediction: StoredPrediction): void;
}

function FormButtons({ prediction, onPredict }: FormButtonsProps) {
  return (
    <div className="button-row">
      <button
        type="button"
        className="button"
        aria-disabled={prediction === null}
        onClick={() => prediction !== null && onPredict(prediction)}
      >
        That is my guess
      </button>
      <button type="button" className="button button-quiet" onClick={() => onPredict({ kind: 'skipped' })}>
        Skip
      </button>
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

function RankForm({ experiment, onPredict }: FormProps) {
  const [order, setOrder] = useState(experiment.strategies.map((strategy) => strategy.id));
  const names = new Map(experiment.strategies.map(({ id, name }) => [id, name]));
  const swap = (place: number): void =>
    setOrder((before) =>
      before.map((id, index) =>
        index === place ? (before[place + 1] ?? id) : index === place + 1 ? (before[place] ?? id) : id,
      ),
    );
  return (
    <>
      <p>Which is fastest? Put them in order before you measure.</p>
      <ol className="rank">
        {order.map((id, place) => (
          <li key={id}>
            <span className="rank-name">{names.get(id)}</span>
            <MoveButton label={`Move ${names.get(id) ?? id} up`} off={place === 0} onPress={() => swap(place - 1)}>
              ↑
            </MoveButton>
            <MoveButton
              label={`Move ${names.get(id) ?? id} down`}
              off={place === order.length - 1}
              onPress={() => swap(place)}
            >
              ↓
            </MoveButton>
          </li>
        ))}
      </ol>
      <FormButtons prediction={{ kind: 'rank', order }} onPredict={onPredict} />
    </>
  );
}

interface ChoiceFormProps {
  readonly prediction: Extract<Prediction, { kind: 'choice' }>;
  onPredict(prediction: StoredPrediction): void;
}

function ChoiceForm({ prediction, onPredict }: ChoiceFormProps) {
  const name = useId();
  const [option, setOption] = useState<string | null>(null);
  return (
    <fieldset className="choice">
      <legend>{prediction.question}</legend>
      {prediction.options.map(({ id, text }) => (
        <label key={id}>
          <input type="radio" name={name} checked={option === id} onChange={() => setOption(id)} />
          <span>{text}</span>
        </label>
      ))}
      <FormButtons prediction={option === null ? null : { kind: 'choice', option }} onPredict={onPredict} />
    </fieldset>
  );
}

/** Asks what the reader expects, in the way that the experiment wants. */
export function PredictionForm({ experiment, onPredict }: FormProps) {
  const { prediction } = experiment;
  return prediction.kind === 'rank' ? (
    <RankForm experiment={experiment} onPredict={onPredict} />
  ) : (
    <ChoiceForm prediction={prediction} onPredict={onPredict} />
  );
}
