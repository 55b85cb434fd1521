import { use, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { removePlaygroundDraft, readPlaygroundDrafts, type PlaygroundDraft } from '../../storage/playground';
import { Dialog } from '../../ui/Dialog';
import { fromDraft, fromExample, fromText, type OpenProgram } from './fromAddress';
import { sentenceOf, type Example, type ProgramGroup } from './programGroups';
import { matching } from './search';

interface ProgramsDialogProps {
  /** Everything there is to choose from. */
  readonly groups: Promise<readonly ProgramGroup[]>;
  /** The id of the draft that is open; it need not be chosen. */
  readonly current: string;
  onOpen(program: OpenProgram): void;
  onClose(): void;
}

/** The reader's drafts, and every example by lesson. */
export function ProgramsDialog({ groups, current, onOpen, onClose }: ProgramsDialogProps) {
  const all = use(groups);
  const [search, setSearch] = useState('');
  const [drafts, setDrafts] = useState(readPlaygroundDrafts);
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    opener.current = document.activeElement;
  }, []);
  useEffect(() => {
    // After the dialog was opened, which puts the focus on its first button.
    input.current?.focus();
    // However it goes: one that is taken out of the page gives no focus back.
    return () => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, []);
  const shown = matching(all, search);
  const first = search === '' ? undefined : shown[0]?.examples[0];
  const others = drafts.filter(({ id }) => id !== current);
  const remove = (id: string): void => {
    removePlaygroundDraft(id);
    setDrafts(readPlaygroundDrafts());
  };
  return (
    <Dialog title="Programs" open onClose={onClose} className="programs">
      <div className="programs-search">
        <label htmlFor={field}>Search</label>
        <input
          ref={input}
          id={field}
          type="search"
          autoComplete="off"
          spellCheck={false}
          placeholder="lock, queue, timeout…"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          // Enter takes the first that was found.
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || first === undefined) return;
            // Or the same press would also press the button that gets the focus back.
            event.preventDefault();
            onOpen(fromExample(first));
          }}
        />
        <button type="button" className="button" onClick={() => onOpen(fromText('program.py', ''))}>
          Empty program
        </button>
      </div>
      {search === '' && others.length > 0 ? (
        <section>
          <h3>Your drafts</h3>
          <ul className="programs-list">
            {others.map((draft) => (
              <DraftItem
                key={draft.id}
                draft={draft}
                onOpen={() => onOpen(fromDraft(draft))}
                onRemove={() => remove(draft.id)}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {shown.map((group) => (
        <section key={group.lesson}>
          <h3>{group.title}</h3>
          <ul className="programs-list">
            {group.examples.map((example) => (
              <ExampleItem key={example.id} example={example} onOpen={() => onOpen(fromExample(example))} />
            ))}
          </ul>
        </section>
      ))}
      {shown.length === 0 ? (
        <p role="status">No program has that in its name or its description. Try one word.</p>
      ) : null}
    </Dialog>
  );
}

function ExampleItem({ example, onOpen }: { readonly example: Example; onOpen(): void }) {
  return (
    <li>
      <button type="button" className="programs-choice" onClick={onOpen}>
        <code>{example.name}</code>
        <span>{example.sentence}</span>
      </button>
    </li>
  );
}

function DraftItem({ draft, onOpen, onRemove }: { readonly draft: PlaygroundDraft; onOpen(): void; onRemove(): void }) {
  const [asked, setAsked] = useState(false);
  return (
    <li className="programs-draft">
      <button type="button" className="programs-choice" onClick={onOpen}>
        <code>{draft.name}</code>
        <span>
          {sentenceOf(draft.source) || firstLine(draft.source)} <small>Edited {whenEdited(draft.at)}.</small>
        </span>
      </button>
      <button
        type="button"
        className="button button-quiet"
        aria-label={`${asked ? 'Really remove' : 'Remove'}: ${draft.name}, edited ${whenEdited(draft.at)}`}
        onClick={asked ? onRemove : () => setAsked(true)}
        onBlur={() => setAsked(false)}
      >
        {asked ? 'Really?' : 'Remove'}
      </button>
    </li>
  );
}

const firstLine = (source: string): string =>
  source.split('\n').find((line) => line.trim() !== '') ?? 'An empty program.';

const formats = {
  time: new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }),
  day: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
};

/** "at 14:05", or with the day when that is not today. */
function whenEdited(at: number): string {
  const then = new Date(at);
  return then.toDateString() === new Date().toDateString()
    ? `at ${formats.time.format(then)}`
    : `on ${formats.day.format(then)}`;
}
