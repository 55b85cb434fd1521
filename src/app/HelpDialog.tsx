import { useSettings } from '../storage/settings';
import { Dialog } from '../ui/Dialog';

const keys: readonly (readonly [string, string])[] = [
  ['n', 'next lesson, unless threads to step are in sight'],
  ['p', 'previous lesson, likewise'],
  ['r', 'run the experiment that has the focus'],
  ['s', 'stop it'],
  ['?', 'this help'],
];

const timelineKeys: readonly (readonly [string, string])[] = [
  ['← →', 'previous and next span of a lane'],
  ['↑ ↓', 'the lane above and below'],
  ['+ −', 'zoom in and out'],
  ['Enter', 'zoom to the span'],
  ['0', 'show all'],
  ['PgUp PgDn', 'ten lanes up or down'],
  ['Shift ← →', 'move earlier and later'],
  ['Home End', 'the beginning and the end'],
];

const editorKeys: readonly (readonly [string, string])[] = [
  ['Ctrl Enter', 'run the program'],
  ['Ctrl ] [', 'indent more, or less'],
  ['Ctrl /', 'comment the lines out, or in again'],
  ['Ctrl F', 'search and replace'],
  ['Tab', 'leave the editor'],
];

const outputKeys: readonly (readonly [string, string])[] = [
  ['Ctrl C', 'interrupt the program that runs, while no text is selected'],
  ['Ctrl D', 'end the input that it asks for'],
];

const stepKeys: readonly (readonly [string, string])[] = [
  ['0 … 9', 'a step of that thread'],
  ['U', 'undo, as Backspace and Ctrl Z do'],
  ['Y', 'redo, as Ctrl Y does'],
  ['Home End', 'the beginning and the end of the run'],
];

function Keys({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="keys">
      {rows.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the keys do, and what the page does with the reader's machine. */
export function HelpDialog({ onClose }: { onClose(): void }) {
  const shortcuts = useSettings((state) => state.shortcuts);
  const setShortcuts = useSettings((state) => state.setShortcuts);
  return (
    <Dialog title="Help" open onClose={onClose}>
      <p>
        The programs run in the page, on CPython with its own <code>threading</code>. This site provides the threads
        beneath it: they take turns as under the GIL, but the operating system does not know them. Experiments run in
        Web Workers, which the browser runs as threads of the system, or in Python. Downloads are requests that this
        site’s own service worker answers after a delay. What you measure happens on your machine, now; Python’s threads
        and processes do not cost the same here as in Python on your system.
      </p>
      <h3>Keys</h3>
      <Keys rows={keys} />
      <label className="checkbox">
        <input type="checkbox" checked={shortcuts} onChange={(event) => setShortcuts(event.target.checked)} />
        <span>Single-key shortcuts are on</span>
      </label>
      <h3>Where you are the scheduler</h3>
      <Keys rows={stepKeys} />
      <h3>In an editor</h3>
      <Keys rows={editorKeys} />
      <h3>In the output of a program</h3>
      <Keys rows={outputKeys} />
      <h3>In a timeline</h3>
      <Keys rows={timelineKeys} />
    </Dialog>
  );
}
