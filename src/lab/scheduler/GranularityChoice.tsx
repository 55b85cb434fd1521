import { useId } from 'react';
import type { Granularity } from '../../core/python/pythonSchedules';
import { granularities } from './explain/granularities';

interface GranularityChoiceProps {
  readonly value: Granularity;
  readonly disabled?: boolean;
  onChange?(value: Granularity): void;
}

/** What one step is. */
export function GranularityChoice({ value, disabled = false, onChange }: GranularityChoiceProps) {
  const group = useId();
  return (
    <fieldset className="segmented scheduler-granularity" disabled={disabled}>
      <legend>Step by</legend>
      {granularities.map(({ id, name }) => (
        <label key={id}>
          <input type="radio" name={group} checked={value === id} onChange={() => onChange?.(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
