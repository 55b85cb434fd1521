import { useId, useState } from 'react';

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly logarithmic?: boolean;
  readonly hint?: string;
  /** What 0 stands for, where it is not a number to take literally: "automatic". */
  readonly zero?: string;
  readonly disabled?: boolean;
  onChange(value: number): void;
}

const sliderSteps = 1000;

/** A slider moves in equal ratios when `logarithmic`; zero is taken for the smallest step. */
function toSlider(value: number, { min, max, step, logarithmic }: NumberFieldProps): number {
  if (logarithmic !== true) return value;
  const low = Math.max(min, step);
  return Math.round((Math.log(Math.max(value, low) / low) / Math.log(max / low)) * sliderSteps);
}

function fromSlider(position: number, { min, max, step, logarithmic }: NumberFieldProps): number {
  if (logarithmic !== true) return position;
  const low = Math.max(min, step);
  const value = low * (max / low) ** (position / sliderSteps);
  // Two digits are as exact as a slider over orders of magnitude can be meant.
  const rounded = Number(value.toPrecision(2));
  return Math.min(max, Math.max(min, Math.round(rounded / step) * step));
}

/** A number with its unit: a slider to try, a field to be exact. Out-of-range input is refused in words, and the last good value stays. */
export function NumberField(props: NumberFieldProps) {
  const { label, unit, min, max, step, value, logarithmic, hint, zero, disabled, onChange } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const asked = typed === null ? value : typed.trim() === '' ? Number.NaN : Number(typed);
  const wrong = typed !== null && !(asked >= min && asked <= max);
  const described = [hint === undefined ? '' : `${id}-hint`, wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ');
  return (
    <div className="number-field">
      <label htmlFor={id}>
        {label}
        {unit === '' || unit === label.toLowerCase() ? null : <span className="unit"> ({unit})</span>}
        {zero !== undefined && value === 0 ? <span className="zero">: {zero}</span> : null}
      </label>
      <input
        type="range"
        aria-label={`${label}, slider`}
        aria-valuetext={zero !== undefined && value === 0 ? zero : `${value} ${unit}`}
        min={logarithmic === true ? 0 : min}
        max={logarithmic === true ? sliderSteps : max}
        step={logarithmic === true ? 1 : step}
        value={toSlider(value, props)}
        disabled={disabled}
        onChange={(event) => {
          setTyped(null);
          onChange(fromSlider(Number(event.target.value), props));
        }}
      />
      <input
        id={id}
        type="number"
        inputMode="decimal"
        className="numeric"
        min={min}
        max={max}
        step={step}
        value={typed ?? value}
        disabled={disabled}
        aria-invalid={wrong}
        aria-describedby={described === '' ? undefined : described}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = event.target.value.trim() === '' ? Number.NaN : Number(event.target.value);
          if (next >= min && next <= max) onChange(next);
        }}
        onBlur={() => setTyped(null)}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {wrong ? (
        <p id={`${id}-wrong`} className="hint hint-bad" role="alert">
          Give a number from {min} to {max}; until then it stays {value}.
        </p>
      ) : null}
    </div>
  );
}
