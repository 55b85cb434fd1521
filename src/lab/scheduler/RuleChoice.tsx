import { useId } from 'react';
import type { Granularity } from '../../core/python/pythonSchedules';
import { ruleOf, type Rule } from '../../core/schedule/rule';
import { granularities, rules } from './explain/granularities';

interface RuleChoiceProps {
  readonly value: Granularity;
  readonly disabled?: boolean;
  /** What is to be known of the rule and the program that is open. */
  readonly note?: string | null;
  onChange?(value: Granularity): void;
}

interface ChoiceProps<Id extends string> {
  readonly legend: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly value: Id;
  readonly disabled: boolean;
  onChange(value: Id): void;
}

function Choice<Id extends string>({ legend, options, value, disabled, onChange }: ChoiceProps<Id>) {
  const group = useId();
  return (
    <fieldset className="segmented scheduler-granularity" disabled={disabled}>
      <legend>{legend}</legend>
      {options.map(({ id, name }) => (
        <label key={id}>
          <input type="radio" name={group} checked={value === id} onChange={() => onChange(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** By which rule threads switch, and, where they do so anywhere, what one step is. */
export function RuleChoice({ value, disabled = false, note = null, onChange }: RuleChoiceProps) {
  const rule = ruleOf(value);
  const change = (to: Granularity): void => onChange?.(to);
  return (
    <>
      <Choice<Rule>
        legend="Rule"
        options={rules}
        value={rule}
        disabled={disabled}
        onChange={(to) => change(to === 'anywhere' ? 'line' : to)}
      />
      {rule === 'anywhere' ? (
        <Choice<Granularity>
          legend="Step by"
          options={granularities}
          value={value}
          disabled={disabled}
          onChange={change}
        />
      ) : null}
      <p className="hint">
        {rules.find(({ id }) => id === rule)?.hint}
        {note === null ? null : <strong> {note}</strong>}
      </p>
    </>
  );
}
