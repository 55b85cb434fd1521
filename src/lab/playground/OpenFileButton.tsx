import { useRef } from 'react';
import { openFile } from '../workbench/files';
import type { Opened } from '../workbench/fromAddress';

interface OpenFileButtonProps {
  onOpened(opened: Opened): void;
  /** Takes the sentence that says why a file was not opened. */
  onRefused(words: string): void;
}

/** Opens a Python file of the reader's. */
export function OpenFileButton({ onOpened, onRefused }: OpenFileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File): Promise<void> => {
    const opened = await openFile(file);
    if (typeof opened === 'string') onRefused(opened);
    else onOpened(opened);
  };
  return (
    <>
      <button type="button" className="button button-quiet" onClick={() => input.current?.click()}>
        Open a file
      </button>
      <input
        ref={input}
        type="file"
        accept=".py,.txt,text/plain,text/x-python"
        hidden
        aria-label="Python file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // Without this, choosing the same file again would not be a change.
          target.value = '';
          if (file !== undefined) void read(file);
        }}
      />
    </>
  );
}
