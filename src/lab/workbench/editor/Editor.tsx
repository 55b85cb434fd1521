import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { linter, nextDiagnostic } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from 'react';
import { adoptEditorStyles } from './adoptStyles';
import './editor.css';
import { errorMarks, showError, type EditorError } from './errorMark';
import { pythonHighlighting } from './highlighting';

export type { EditorError } from './errorMark';

export interface EditorProps {
  /** The program. Another one than the editor holds replaces its text, and undo brings the old one back. */
  readonly value: string;
  onChange(value: string): void;
  /** What it edits, for screen readers: "Program, counting.py". */
  readonly label: string;
  /** Shown at its line until that line is edited; give null when the program runs again. */
  readonly error?: EditorError | null;
  readonly readOnly?: boolean;
  /** Ctrl+Enter, or Cmd+Enter. */
  onRun?(): void;
}

/** What does not depend on the reader. Tab is left to the browser, which moves on with it. */
const fixed = [
  lineNumbers(),
  highlightSpecialChars(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  history(),
  indentUnit.of('    '),
  EditorState.tabSize.of(4),
  indentOnInput(),
  bracketMatching(),
  pythonHighlighting,
  search({ top: true }),
  // The message stands under its line already.
  linter(null, { tooltipFilter: () => [] }),
  errorMarks,
  keymap.of([{ key: 'F8', run: nextDiagnostic }, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
];

/** CodeMirror for one Python program. It is heavy: load it with `lazily`, and put something of its size in its place. */
export function Editor({ value, onChange, label, error = null, readOnly = false, onRun }: EditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const held = useRef<{ readonly view: EditorView; readonly access: Compartment } | null>(null);
  const keys = useId();
  const changed = useEffectEvent(onChange);
  const run = useEffectEvent(() => onRun?.());
  const initial = useEffectEvent(() => value);

  useLayoutEffect(() => {
    if (parent.current === null) return;
    adoptEditorStyles();
    const access = new Compartment();
    const view = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: initial(),
        extensions: [
          Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => (run(), true) }])),
          access.of([]),
          fixed,
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed(update.state.doc.toString());
          }),
        ],
      }),
    });
    held.current = { view, access };
    return () => {
      held.current = null;
      view.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    const { view, access } = held.current ?? {};
    view?.dispatch({
      effects:
        access?.reconfigure([
          EditorState.readOnly.of(readOnly),
          EditorView.contentAttributes.of({
            tabindex: '0',
            'aria-label': label,
            'aria-describedby': keys,
            'aria-readonly': String(readOnly),
          }),
        ]) ?? [],
    });
  }, [label, readOnly, keys]);

  useLayoutEffect(() => {
    const view = held.current?.view;
    if (view === undefined || view.state.doc.toString() === value) return;
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: value },
      selection: { anchor: 0 },
      scrollIntoView: true,
    });
  }, [value]);

  useEffect(() => {
    const view = held.current?.view;
    if (view !== undefined) showError(view, error);
  }, [error]);

  return (
    <div className="editor" ref={parent}>
      <p id={keys} className="visually-hidden">
        Tab leaves the editor. Control and right bracket indents, Control and left bracket indents less, Control and
        slash comments lines out or in, Control and F searches
        {onRun === undefined ? '.' : ', Control and Enter runs the program.'}
      </p>
    </div>
  );
}
