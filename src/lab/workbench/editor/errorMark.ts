import { setDiagnostics } from '@codemirror/lint';
import { StateEffect, StateField, type EditorState, type Extension, type Transaction } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';

/** What is wrong with a line of the program. */
export interface EditorError {
  /** From 1. One beyond the end counts as the last. */
  readonly line: number;
  /** As Python says it: "SyntaxError: expected ':'". */
  readonly message: string;
}

class Message extends WidgetType {
  readonly words: string;

  constructor(words: string) {
    super();
    this.words = words;
  }

  override eq(other: Message): boolean {
    return other.words === this.words;
  }

  toDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'editor-error';
    element.textContent = this.words;
    return element;
  }
}

const show = StateEffect.define<EditorError | null>();
const lineMark = Decoration.line({ class: 'editor-error-line' });

function marksFor(error: EditorError | null, state: EditorState): DecorationSet {
  if (error === null) return Decoration.none;
  const { from, to } = lineOf(error, state);
  return Decoration.set([
    lineMark.range(from),
    Decoration.widget({ widget: new Message(error.message), block: true, side: 1 }).range(to),
  ]);
}

function lineOf({ line }: EditorError, state: EditorState): { readonly from: number; readonly to: number } {
  return state.doc.line(Math.min(Math.max(1, line), state.doc.lines));
}

/** True when the marked line itself was edited: what was said of it may no longer hold. */
function touches(marks: DecorationSet, { startState, changes }: Transaction): boolean {
  let touched = false;
  const cursor = marks.iter();
  if (cursor.value !== null) {
    const { from, to } = startState.doc.lineAt(cursor.from);
    touched = changes.touchesRange(from, to) !== false;
  }
  return touched;
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(show)) return marksFor(effect.value, transaction.state);
    if (!transaction.docChanged) return marks;
    return touches(marks, transaction) ? Decoration.none : marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Shows messages at their lines; see `showError`. */
export const errorMarks: Extension = [
  field,
  // The underline goes with the message.
  EditorView.updateListener.of(({ startState, state, view }) => {
    if (startState.field(field).size > 0 && state.field(field).size === 0) view.dispatch(setDiagnostics(state, []));
  }),
];

/** Marks the line that is wrong, with the message under it, and brings it into view; null takes both away. */
export function showError(view: EditorView, error: EditorError | null): void {
  const { state } = view;
  if (error === null) {
    if (state.field(field).size > 0) view.dispatch({ effects: show.of(null) });
    return;
  }
  const { from, to } = lineOf(error, state);
  view.dispatch({ effects: [show.of(error), EditorView.scrollIntoView(from, { y: 'nearest', yMargin: 60 })] });
  view.dispatch(
    setDiagnostics(view.state, [
      { from: from + indentAt(from, to, state), to, severity: 'error', message: error.message },
    ]),
  );
}

function indentAt(from: number, to: number, state: EditorState): number {
  const text = state.sliceDoc(from, to);
  return text.length - text.trimStart().length;
}
