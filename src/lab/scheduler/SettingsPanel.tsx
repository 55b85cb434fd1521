import type { StepSettings } from './address';
import { stepHint, whereThreadsSwitch } from './explain/granularities';

interface SettingsPanelProps {
  readonly settings: StepSettings;
  onChange(settings: StepSettings): void;
}

/** What can be set besides the rule, and what all of it means. */
export function SettingsPanel({ settings, onChange }: SettingsPanelProps) {
  const { granularity, mainFirst, time, tasks } = settings;
  return (
    <div className="notice scheduler-panel" data-notice="settings">
      <p>
        <strong>One step</strong> is {stepHint(granularity)}
      </p>
      <p className="hint">{whereThreadsSwitch(granularity)}</p>
      <Switch
        label="The main thread goes first"
        checked={mainFirst}
        onChange={(on) => onChange({ ...settings, mainFirst: on })}
      >
        Whenever the main thread can go on, it does, and you choose among the others. Without this, starting and joining
        threads are choices too: many of them, and few that matter.
      </Switch>
      <Switch
        label="Time may pass at any moment"
        checked={time === 'free'}
        onChange={(on) => onChange({ ...settings, time: on ? 'free' : 'patient' })}
      >
        There is no clock here: a sleep or a timeout ends when you let it. Without this, it ends only when no other
        thread can go on.
      </Switch>
      <Switch
        label="Tasks may go on in any order"
        checked={tasks === 'any order'}
        onChange={(on) => onChange({ ...settings, tasks: on ? 'any order' : 'in order' })}
      >
        You choose among the asyncio tasks that are ready, as if each could have become ready sooner or later. Without
        this, they go on in the order in which they became ready, as in asyncio.
      </Switch>
      <p className="hint">When you change a setting, the program starts again.</p>
    </div>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly children: string;
  onChange(on: boolean): void;
}

function Switch({ label, checked, children, onChange }: SwitchProps) {
  return (
    <div>
      <label className="checkbox">
        <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
        <span>{label}</span>
      </label>
      <p className="hint">{children}</p>
    </div>
  );
}
