import type { DraftView } from '../../workbench/useDraft';

/** Says whether the reader's version is kept, and leads back from it and to it. */
export function DraftNote({ draft }: { readonly draft: DraftView }) {
  return (
    <p className="hint draft-note">
      {draft.trouble !== null
        ? 'This browser does not keep your changes.'
        : draft.source !== null
          ? 'Your version. It is kept in this browser.'
          : 'What you change is kept in this browser.'}{' '}
      {draft.source !== null ? (
        <button type="button" className="link-button" onClick={draft.reset}>
          Back to the beginning
        </button>
      ) : draft.aside !== null ? (
        <button type="button" className="link-button" onClick={draft.restore}>
          Bring my version back
        </button>
      ) : null}
    </p>
  );
}
