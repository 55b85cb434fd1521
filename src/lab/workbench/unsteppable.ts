/** What a program does that no schedule can decide, by what it says. */
const reasons: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  {
    pattern:
      /^[ \t]*(?:import|from) (?:requests|aiohttp|httpx|urllib\b|http\.client|socket|ssl)\b|\basyncio\.(?:open_connection|start_server)\b/m,
    what: 'uses the network',
  },
  {
    pattern:
      /^[ \t]*(?:import|from) (?:multiprocessing|subprocess)\b|\bProcessPoolExecutor\b|\bInterpreterPoolExecutor\b|\bcreate_subprocess_/m,
    what: 'starts processes',
  },
  { pattern: /(?<![\w.])input\(/, what: 'asks its reader with input()' },
  {
    pattern: /(?<![\w.])open\(|^[ \t]*(?:import|from) (?:pathlib|tempfile|shutil|sqlite3)\b/m,
    what: 'works with files',
  },
];

/** What stands in a program that starts threads. */
const threads =
  /\b(?:Thread|Timer)\s*[(),]|\bThreadPool(?:Executor)?\b|\b(?:to_thread|run_in_executor|start_new_thread)\b/;

/** A program without its docstring and its comments. */
const codeOf = (source: string): string => source.replace(/^"""[^]*?"""/, '').replaceAll(/#.*/g, '');

/** Whether a program starts threads, as far as its text tells. */
export const usesThreads = (source: string): boolean => threads.test(codeOf(source));

/** What about a program no schedule can decide, as a predicate ("uses the network"); null where nothing is seen. It looks at the text only, so it may be wrong. */
export function whatNoScheduleDecides(source: string): string | null {
  const code = codeOf(source);
  return reasons.find(({ pattern }) => pattern.test(code))?.what ?? null;
}

/** Whether a program starts threads whose schedules can all be tried. */
export const canBeChecked = (source: string): boolean => usesThreads(source) && whatNoScheduleDecides(source) === null;
