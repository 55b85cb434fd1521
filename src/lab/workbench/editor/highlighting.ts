import { HighlightStyle, LanguageSupport, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import { pythonLanguage } from '@codemirror/lang-python';
import { Prec, RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';
import { styleTags, tags as t } from '@lezer/highlight';

/** The classes that `tools/highlight.ts` writes, so that code looks the same before and while it is edited. */
const classes = HighlightStyle.define([
  { tag: [t.keyword, t.modifier, t.operator, t.operatorKeyword, t.definitionOperator], class: 'tok-keyword' },
  { tag: [t.string, t.special(t.string)], class: 'tok-string' },
  {
    tag: [t.function(t.variableName), t.function(t.propertyName), t.definition(t.className), t.meta],
    class: 'tok-function',
  },
  { tag: [t.number, t.bool, t.null, t.escape], class: 'tok-constant' },
  { tag: [t.comment, t.docString], class: 'tok-comment' },
]);

/** A string that stands alone is a docstring, and reads as a comment. */
const language = pythonLanguage.configure({ props: [styleTags({ 'ExpressionStatement/String': t.docString })] });

const builtInType =
  /^(?:bool|bytearray|bytes|classmethod|complex|dict|float|frozenset|int|list|memoryview|object|property|set|slice|staticmethod|str|super|tuple|type|__name__|__file__|KeyboardInterrupt|SystemExit|StopIteration|StopAsyncIteration|GeneratorExit|[A-Z]\w*(?:Error|Exception|Warning|ExceptionGroup))$/;
const typeMark = Decoration.mark({ class: 'tok-constant' });

/** The built-in types and exceptions in what is on screen, which the grammar does not tell from other names. */
function markedTypes(view: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter({ name, from, to }) {
        if (name === 'VariableName' && builtInType.test(view.state.sliceDoc(from, to))) marks.add(from, to, typeMark);
      },
    });
  }
  return marks.finish();
}

const types = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = markedTypes(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state))
        this.decorations = markedTypes(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Python's grammar with the colours of the site's other code. A name's own colour is the inner one. */
export const pythonHighlighting: Extension = [
  new LanguageSupport(language),
  syntaxHighlighting(classes),
  Prec.highest(types),
];
