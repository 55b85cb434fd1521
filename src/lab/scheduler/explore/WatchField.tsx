import { useId, useState } from 'react';
import { readNames } from './settings';

interface WatchFieldProps {
  readonly watch: readonly string[];
  /** Variables that the program is known to have; none where that is not known. */
  readonly globals: readonly string[];
  readonly disabled: boolean;
  onChange(names: readonly string[]): void;
}

const hint = 'Then an outcome is what is printed and the values of these variables at the end.';

/** Which global variables to watch: boxes to tick where they are known, otherwise their names. */
export function WatchField({ watch, globals, disabled, onChange }: WatchFieldProps) {
  const id = useId();
  const [text, setText] = useState(watch.join(', '));
  const { wrong } = readNames(text);
  if (globals.length > 0) {
    const all = [...globals, ...watch.filter((name) => !globals.includes(name))];
    return (
      <fieldset className="explore-watch" disabled={disabled}>
        <legend>Watch global variables</legend>
        {all.map((name) => (
          <label key={name} className="checkbox">
            <input
              type="checkbox"
              checked={watch.includes(name)}
              onChange={({ target }) =>
                onChange(target.checked ? [...watch, name] : watch.filter((one) => one !== name))
              }
            />
            <code>{name}</code>
          </label>
        ))}
        <p className="hint">{hint}</p>
      </fieldset>
    );
  }
  return (
    <div className="explore-watch">
      <label htmlFor={id}>Watch global variables</label>
      <input
        id={id}
        type="text"
        value={text}
        placeholder="counter, done"
        disabled={disabled}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong.length > 0}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          setText(target.value);
          onChange(readNames(target.value).names);
        }}
      />
      <p id={`${id}-hint`} className={wrong.length > 0 ? 'hint hint-bad' : 'hint'}>
        {wrong.length > 0
          ? `${wrong.join(', ')} is not the name of a variable. Give names with commas between them.`
          : hint}
      </p>
    </div>
  );
}
