import { NumberField } from '../../ui/NumberField';
import { usualSwitchIntervalMs } from '../../core/base/switchInterval';

interface IntervalFieldProps {
  readonly value: number;
  onChange(value: number): void;
}

/** `sys.setswitchinterval`, before the program begins. */
export function IntervalField({ value, onChange }: IntervalFieldProps) {
  return (
    <NumberField
      label="Switch interval"
      unit="ms"
      min={0.1}
      max={1000}
      step={0.1}
      logarithmic
      value={value}
      // A slider's steps of a tenth are not exact in binary.
      onChange={(next) => onChange(Number(next.toFixed(1)))}
      hint={`How long a thread may go on computing while another one waits for its turn (sys.setswitchinterval). Python’s own value is ${usualSwitchIntervalMs} ms: try 0.1, then 1000. A change holds from the next run on.`}
    />
  );
}
