import { assertNever } from '../../core/base/assertNever';
import type { ParamSpec, ParamValues } from '../../core/experiment/params';
import { NumberField } from '../../ui/NumberField';
import { TextField } from '../../ui/TextField';
import type { Experiment } from './experiment';

interface ControlProps {
  readonly spec: ParamSpec;
  readonly value: number | string;
  readonly disabled: boolean;
  onChange(value: number | string): void;
}

function Control({ spec, value, disabled, onChange }: ControlProps) {
  const hint = spec.hint === undefined ? {} : { hint: spec.hint };
  const zero = spec.kind === 'number' && spec.zero !== undefined ? { zero: spec.zero } : {};
  switch (spec.kind) {
    case 'number':
      return (
        <NumberField
          label={spec.label}
          unit={spec.unit}
          min={spec.min}
          max={spec.max}
          step={spec.step}
          logarithmic={spec.scale === 'log'}
          value={Number(value)}
          disabled={disabled}
          onChange={onChange}
          {...hint}
          {...zero}
        />
      );
    case 'text':
      return (
        <TextField
          label={spec.label}
          value={String(value)}
          maxLength={spec.maxLength}
          disabled={disabled}
          onChange={onChange}
          {...hint}
        />
      );
    default:
      return assertNever(spec);
  }
}

interface ControlsProps {
  readonly experiment: Experiment;
  /** Their names, in order. */
  readonly shown: readonly string[];
  readonly values: ParamValues;
  readonly complaints: readonly string[];
  readonly disabled: boolean;
  onChange(name: string, value: number | string): void;
}

/** What a reader may set. The values live in the URL, so a link carries them. */
export function Controls({ experiment, shown, values, complaints, disabled, onChange }: ControlsProps) {
  return (
    <>
      {complaints.length === 0 ? null : (
        <div className="notice" role="status" data-notice="params">
          {complaints.map((complaint) => (
            <p key={complaint}>{complaint}</p>
          ))}
        </div>
      )}
      {shown.length === 0 ? null : (
        <fieldset className="controls">
          <legend className="visually-hidden">Settings of {experiment.title}</legend>
          {shown.map((name) => {
            const spec = experiment.params[name];
            const value = values[name];
            if (spec === undefined || value === undefined)
              throw new Error(`The engine ${experiment.engine} has no setting called ${name}.`);
            return (
              <Control
                key={name}
                spec={spec}
                value={value}
                disabled={disabled}
                onChange={(next) => onChange(name, next)}
              />
            );
          })}
        </fieldset>
      )}
    </>
  );
}
