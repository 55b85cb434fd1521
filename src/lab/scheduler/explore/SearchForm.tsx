import { useId } from 'react';
import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import type { PreemptionBound } from '../../../core/schedule/search';
import { NumberField } from '../../../ui/NumberField';
import { bounds, limits, type ExploreSettings } from './settings';
import { WatchField } from './WatchField';

const boundHint = (bound: PreemptionBound): string => {
  if (bound === 'all') return 'The turn may pass to another thread before every step.';
  if (bound === 0) return 'The turn passes only where a thread ends or must wait.';
  return `The turn is taken ${bound === 1 ? 'once' : `up to ${bound} times`} from a thread that could have gone on. Many bugs need no more than two.`;
};

const kinds = [
  {
    reduced: false,
    name: 'every schedule',
    hint: 'Each order of the steps is tried. Their number grows very fast with the length of the program.',
  },
  {
    reduced: true,
    name: 'one of each kind',
    hint: 'Among schedules that differ only in the order of steps that touch different things, one is tried. No outcome is lost, but kinds are counted, not schedules.',
  },
] as const;

interface SearchFormProps {
  readonly settings: ExploreSettings;
  readonly program: ScheduledProgram;
  /** Global variables that the program is known to have. */
  readonly globals: readonly string[];
  readonly disabled: boolean;
  onChange(settings: ExploreSettings): void;
}

/** What is tried, and within which bounds. */
export function SearchForm({ settings, program, globals, disabled, onChange }: SearchFormProps) {
  const name = useId();
  const { preemptions, reduced, maxRuns, maxSteps, watch } = settings;
  const kind = kinds.find((one) => one.reduced === reduced);
  return (
    <div className="explore-form">
      <div>
        <fieldset className="segmented" disabled={disabled}>
          <legend>Preemptions, at most</legend>
          {bounds.map((bound) => (
            <label key={bound}>
              <input
                type="radio"
                name={`${name}-bound`}
                checked={preemptions === bound}
                onChange={() => onChange({ ...settings, preemptions: bound })}
              />
              <span>{bound}</span>
            </label>
          ))}
        </fieldset>
        <p className="hint">{boundHint(preemptions)}</p>
      </div>
      {preemptions === 'all' ? (
        <div>
          <fieldset className="segmented" disabled={disabled}>
            <legend>Try</legend>
            {kinds.map((one) => (
              <label key={one.name}>
                <input
                  type="radio"
                  name={`${name}-kind`}
                  checked={reduced === one.reduced}
                  onChange={() => onChange({ ...settings, reduced: one.reduced })}
                />
                <span>{one.name}</span>
              </label>
            ))}
          </fieldset>
          <p className="hint">{kind?.hint}</p>
        </div>
      ) : null}
      <details className="explore-limits">
        <summary>Limits, and variables to watch</summary>
        <div className="controls">
          <NumberField
            label="Most schedules"
            unit="schedules"
            {...limits.maxRuns}
            logarithmic
            value={maxRuns}
            disabled={disabled}
            hint="The search ends there, and says so."
            onChange={(value) => onChange({ ...settings, maxRuns: Math.round(value) })}
          />
          <NumberField
            label="Most steps of a schedule"
            unit="steps"
            {...limits.maxSteps}
            logarithmic
            value={maxSteps}
            disabled={disabled}
            hint="A longer schedule is cut off, and its outcome stays unknown."
            onChange={(value) => onChange({ ...settings, maxSteps: Math.round(value) })}
          />
          <WatchField
            watch={watch ?? program.watch}
            globals={globals}
            disabled={disabled}
            onChange={(names) => onChange({ ...settings, watch: names })}
          />
        </div>
      </details>
    </div>
  );
}
