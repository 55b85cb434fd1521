import { hasChanged, type Shown } from './values';

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
          <dt>{shown.name}</dt>
          <dd>
            <code>{shown.value}</code>
            {hasChanged(shown) ? <span className="value-was">{shown.was === null ? 'new' : <>was {<code>{shown.was}</code>}</>}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
