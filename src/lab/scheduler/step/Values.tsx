import { mostInName, shorten } from '../../../core/base/shorten';
import { hasChanged, type Shown } from './values';
import './values.css';

/** Lists of lists take their room. */
const mostOfValue = 1000;

interface ValuesProps {
  readonly values: readonly Shown[];
  /** The accessible name: "Variables of add". */
  readonly label: string;
}

/** Variables with their values; those that the last step changed are marked, with what they were. */
export function Values({ values, label }: ValuesProps) {
  return (
    <dl className="step-values" aria-label={label}>
      {values.map((shown) => (
        <div key={shown.name} data-changed={hasChanged(shown)}>
          <dt>{shorten(shown.name, mostInName)}</dt>
          <dd>
            <code>{shorten(shown.value, mostOfValue)}</code>
            {hasChanged(shown) ? (
              // Another value that was written over begins anew to fall.
              <span key={`${shown.was} ${shown.value}`} className="value-was" data-fell={shown.was !== null}>
                {shown.was === null ? 'new' : <>was {<code>{shorten(shown.was)}</code>}</>}
              </span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
