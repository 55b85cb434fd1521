import { useCopy } from '../../ui/useCopy';

/** Copies a program, and says for a moment what became of it. */
export function CopyButton({ text }: { readonly text: string }) {
  const [copied, copy] = useCopy(2500);
  return (
    <button type="button" className="button button-quiet" aria-live="polite" onClick={() => void copy(text)}>
      {copied === null ? 'Copy' : copied ? 'Copied' : 'Not allowed'}
    </button>
  );
}
