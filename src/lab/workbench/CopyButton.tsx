import { useCopy } from '../../ui/useCopy';

/** How long the button says what became of a copy. */
const toldForMs = 2500;

interface CopyButtonProps {
  /** The file's name, where several programs stand on a page. */
  readonly name?: string;
  text(): string;
  /** The element that shows the text. It is selected where the page may not write to the clipboard, so that the reader's own keys can copy it. */
  shown(): Element | null;
}

/** Copies a program, and says for a moment what became of it. */
export function CopyButton({ name, text, shown }: CopyButtonProps) {
  const [copied, copy] = useCopy(toldForMs);
  const press = async (): Promise<void> => {
    if (await copy(text())) return;
    const element = shown();
    if (element !== null) getSelection()?.selectAllChildren(element);
  };
  const word = copied === null ? 'Copy' : copied ? 'Copied' : 'Press Ctrl+C';
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-live="polite"
      aria-label={name === undefined ? undefined : `${word}: ${name}`}
      onClick={() => void press()}
    >
      {word}
    </button>
  );
}
