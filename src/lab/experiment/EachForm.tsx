import { useState } from 'react';
import { partsOf } from './guess';
import { FormButtons, type FormProps } from './PredictionForms';

/** One question for each strategy. A lesson that asks so names it, and pages of others do not carry it. */
export function EachForm({ experiment, guess }: FormProps) {
  const { strategies, prediction } = experiment;
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const last = guess.last?.kind === 'choice' ? partsOf(experiment, guess.last.option) : null;
  const parts = strategies.map(({ id }, at) => picked[id] ?? last?.[at] ?? '');
  if (prediction.kind !== 'each') return null;
  return (
    <fieldset className="choice">
      <legend>{prediction.question}</legend>
      {strategies.map(({ id, name }, at) => (
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
