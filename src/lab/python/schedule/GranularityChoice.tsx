import { useId } from 'react';
import type { Granularity } from '../../../core/engines/pythonSchedules';

/** What one step can be, in the words of the page. */
export const granularities: readonly { readonly id: Granularity; readonly name: string; readonly hint: string }[] = [
  { id: 'line', name: 'line', hint: 'a line of the program. Between two lines, and where a thread waits, another one may go on.' },
  { id: 'access', name: 'shared access', hint: 'one reading or writing of a global variable, an attribute or an item, or one operation on a lock. So even one line can be interrupted in its midst.' },
  { id: 'bytecode', name: 'bytecode', hint: 'one instruction of CPython’s virtual machine, all that a line is made of. The finest there is, and many steps.' },
];

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
