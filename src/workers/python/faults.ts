/** What killed an interpreter, in a sentence for the reader. It was no Python exception: those are told by the program's outcome. */
export function describeFault(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  // Chromium and Safari, then Firefox.
  if (/call stack size|too much recursion/i.test(text)) {
    return 'Python ran out of the stack that this browser gives it. Calls were nested too deeply for it, or lists or objects were, each within another: showing, comparing or freeing those takes as many calls.';
  }
  if (/out of memory|memory allocation|Array buffer allocation/i.test(text)) return 'Python ran out of memory.';
  if (/exit\((\d+)\)/i.test(text))
    return `The program ended Python itself, with exit code ${/exit\((\d+)\)/i.exec(text)?.[1]}.`;
  if (text.startsWith('PythonError'))
    return 'Python could not go on: the program had removed something that Python itself needs.';
  return `Python itself crashed (${text}), where CPython would have died of a segmentation fault or abort().`;
}
