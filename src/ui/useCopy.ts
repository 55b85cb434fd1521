import { useState } from 'react';

/** Writes a text to the clipboard; false where the browser does not let the page: without permission, or at an insecure address. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** What became of the latest copy, for `forMs`, then null; and a function that copies and tells the same. */
export function useCopy(forMs: number): readonly [boolean | null, (text: string) => Promise<boolean>] {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async (text: string): Promise<boolean> => {
    const done = await copyText(text);
    setCopied(done);
    setTimeout(() => setCopied(null), forMs);
    return done;
  };
  return [copied, copy];
}
