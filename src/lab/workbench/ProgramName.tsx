import { useEffect, useId, useRef, useState } from 'react';
import { checkName } from './programName';

interface ProgramNameProps {
  readonly name: string;
  /** The reader is giving it another. */
  readonly naming: boolean;
  onRename(name: string): void;
  /** The reader has named it, or goes on without. */
  onDone(): void;
}

/** The file name of the program that is open, or the field in which the reader gives it another. */
export function ProgramName({ name, naming, onRename, onDone }: ProgramNameProps) {
  return naming ? (
    <NameField name={name} onRename={onRename} onDone={onDone} />
  ) : (
    <h2>
      <code>{name}</code>
    </h2>
  );
}

function NameField({ name, onRename, onDone }: Omit<ProgramNameProps, 'naming'>) {
  const [typed, setTyped] = useState(name);
  const [reason, setReason] = useState<string | null>(null);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(0, name.replace(/\.py$/, '').length);
  }, [name]);
  const save = (): void => {
    const checked = checkName(typed);
    if (checked.status === 'bad') {
      setReason(checked.reason);
      field.current?.focus();
      return;
    }
    onRename(checked.name);
    onDone();
  };
  return (
    <form
      className="bench-name"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2 className="visually-hidden">{name}</h2>
      <label className="visually-hidden" htmlFor={id}>
        Name of the program
      </label>
      <input
        ref={field}
        id={id}
        value={typed}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={reason !== null}
        aria-describedby={reason === null ? undefined : `${id}-reason`}
        onChange={(event) => {
          setTyped(event.target.value);
          setReason(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      <button type="submit" className="button button-quiet">
        Save
      </button>
      <button type="button" className="button button-quiet" onClick={onDone}>
        Cancel
      </button>
      {reason === null ? null : (
        <p id={`${id}-reason`} className="bench-name-reason" role="alert">
          {reason}
        </p>
      )}
    </form>
  );
}
