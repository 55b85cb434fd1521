import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { memo, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { adoptEditorStyles } from '../../workbench/editor/adoptStyles';
import '../../workbench/editor/editor.css';
import { pythonHighlighting } from '../../workbench/editor/highlighting';
import { listingMarks, showMarks, type ListingMarks } from './listingMarks';
import './listing.css';

interface ListingProps {
  readonly source: string;
  readonly fileName: string;
  readonly marks: ListingMarks;
  /** What stands where, for those who do not see the margin. */
  readonly description: string;
  /** Steps follow each other so quickly that gliding to each would blur. */
  readonly fast: boolean;
}

const wantsStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

const fixed = [
  listingMarks,
  lineNumbers(),
  pythonHighlighting,
  EditorState.tabSize.of(4),
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
];

/** The program with a sign in the margin for each thread, at the line that it runs next. Another program wants another key. */
export const Listing = memo(function Listing({ source, fileName, marks, description, fast }: ListingProps) {
  const parent = useRef<HTMLDivElement>(null);
  const held = useRef<EditorView | null>(null);

  const initial = useEffectEvent(() => ({ source, fileName }));

  useLayoutEffect(() => {
    if (parent.current === null) return;
    adoptEditorStyles();
    const given = initial();
    const attributes = {
      tabindex: '0',
      'aria-label': `${given.fileName}, where its threads stand`,
      'aria-readonly': 'true',
    };
    const view = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: given.source,
        extensions: [fixed, EditorView.contentAttributes.of(attributes)],
      }),
    });
    held.current = view;
    return () => {
      held.current = null;
      view.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    if (held.current !== null) showMarks(held.current, marks, !fast && !wantsStillness());
  }, [marks, fast]);

  return (
    <div className="editor step-listing" ref={parent}>
      <p className="visually-hidden">{description}</p>
    </div>
  );
});
