import { formatBytes } from '../../core/base/format';
import { maxProgramBytes } from './share';
import { fromText, type Opened } from './fromAddress';
import { fileNameFrom } from './programName';

const refused = (words: string): string => `${words} Nothing was changed.`;

/** Reads a file that the reader chose: a text of bounded size. The sentence says why it was not opened. */
export async function openFile(file: File): Promise<Opened | string> {
  if (file.size > maxProgramBytes)
    return refused(
      `${file.name} has ${formatBytes(file.size)}; a program here may have at most ${formatBytes(maxProgramBytes)}.`,
    );
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    // It cannot be read any more, or it is no text in UTF-8.
    return refused(`${file.name} could not be read as text in UTF-8.`);
  }
  if (text.includes('\0')) return refused(`${file.name} is not a text file.`);
  return { program: fromText(fileNameFrom(file.name), text), note: null };
}
