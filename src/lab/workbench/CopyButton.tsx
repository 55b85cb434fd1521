import { useCopy } from '../../ui/useCopy';

interface CopyButtonProps {
  /** The file's name: several programs may stand on a page. */
  readonly name: string;
  text(): string;
}

/** Copies a program, and says for a moment what became of it. It stands in the figure, or in the part of a page, that shows the program. */
export function CopyButton({ name, text }: CopyButtonProps) {
  const [copied, copy] = useCopy(2500);
  const press = async (button: Element): Promise<void> => {
    if (await copy(text())) return;
    // Selected, the reader's own keys can copy it.
    const shown = button.closest('figure, .bench, .scheduler-bench')?.querySelector('.cm-content, pre:not([hidden])');
    if (shown) getSelection()?.selectAllChildren(shown);
  };
  const word = copied === null ? 'Copy' : copied ? 'Copied' : 'Press Ctrl+C';
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-live="polite"
      aria-label={`${word}: ${name}`}
      onClick={({ currentTarget }) => void press(currentTarget)}
    >
      {word}
    </button>
  );
}
