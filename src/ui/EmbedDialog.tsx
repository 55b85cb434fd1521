import { useId, useState, type ReactNode } from 'react';
import { Dialog } from './Dialog';
import { embedAddress, embedFrame, heightScript, withoutSolution, type EmbedTheme } from './embedCode';
import { useCopy } from './useCopy';

const themes: readonly { readonly id: EmbedTheme; readonly name: string }[] = [
  { id: 'system', name: 'Each reader’s own' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
];

interface EmbedDialogProps {
  /** The address of what is to be embedded, as it stands on this site. */
  readonly address: string;
  /** Names it to those who cannot see the frame. */
  readonly title: string;
  /** It is a puzzle, which may be shown without its solution. */
  readonly puzzle?: boolean;
  /** What one should know before. */
  readonly children?: ReactNode;
  onClose(): void;
}

/** The code that puts a part of this site into a page of the reader's own. */
export function EmbedDialog({ address, title, puzzle = false, children, onClose }: EmbedDialogProps) {
  const [theme, setTheme] = useState<EmbedTheme>('system');
  const [solved, setSolved] = useState(true);
  const name = useId();
  const own = solved ? address : withoutSolution(address);
  return (
    <Dialog title="Use it in your own page" open onClose={onClose}>
      <p>It stands there alone, without this site around it, and nothing runs before its reader presses a button.</p>
      {children}
      <fieldset className="segmented">
        <legend>Theme</legend>
        {themes.map((option) => (
          <label key={option.id}>
            <input type="radio" name={name} checked={theme === option.id} onChange={() => setTheme(option.id)} />
            <span>{option.name}</span>
          </label>
        ))}
      </fieldset>
      {puzzle ? (
        <label className="embed-solution">
          <input type="checkbox" checked={!solved} onChange={(event) => setSolved(!event.target.checked)} /> Without its
          solution; hints stay
        </label>
      ) : null}
      <Code label="The frame" text={embedFrame(embedAddress(own, theme), title)} />
      {puzzle ? <Code label="Or a link to it" text={own} /> : null}
      <Code
        label="Once in the page, if it may have scripts: gives frames the height they need"
        text={heightScript(address)}
      />
    </Dialog>
  );
}

function Code({ label, text }: { readonly label: string; readonly text: string }) {
  const [copied, copy] = useCopy(4000);
  const id = useId();
  return (
    <div className="embed-code">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        readOnly
        rows={text.length > 120 ? 4 : 2}
        spellCheck={false}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="button-row">
        <button type="button" className="button" aria-label={`Copy: ${label}`} onClick={() => void copy(text)}>
          Copy
        </button>
        <span role="status" className="hint">
          {copied === null ? '' : copied ? 'Copied.' : 'Select it, and copy it with your keys.'}
        </span>
      </p>
    </div>
  );
}
