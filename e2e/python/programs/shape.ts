/** What two runs of one program have in common, whatever the machine, the version of Python and its speed. */

/** The output with its fractions masked (they are times), as lines. `anyOrder` sorts them, for threads that race. */
export function outputShape(stdout: string, anyOrder: boolean): readonly string[] {
  const lines = stdout.replaceAll(/\d+\.\d+/gu, '#').split('\n');
  return anyOrder ? lines.sort() : lines;
}

/** Lines that all tracebacks share, however a version draws them. */
const tracebackStart =
  /^(?:\s*[+|\s]*)?(?:Traceback \(most recent call last\)|Exception Group Traceback \(most recent call last\)):$/u;

/**
 * Stderr without what differs from version to version: of each traceback the program's own lines (`line 7 in work`), and
 * each line that names an exception. Carets, source lines, paths, the library's own frames,
 * addresses and colons are left out.
 */
export function errorShape(stderr: string, program: string): readonly string[] {
  return stderr.split('\n').flatMap((line) => {
    const frame = /^[+|\s]*File "(?<file>[^"]*)", line (?<at>\d+)(?:, in (?<where>\S+))?/u.exec(line)?.groups;
    if (frame !== undefined)
      return frame['file']?.endsWith(program) === true ? [`line ${frame['at']} in ${frame['where']}`] : [];
    if (tracebackStart.test(line)) return ['Traceback'];
    // Outside of frames nothing is indented but the branches of a group.
    return /^(?:[+|\s]*\| )?[A-Z]\w*.*/u.test(line) && !/^\s{4}/u.test(line)
      ? [
          line
            .replaceAll(/0x[0-9a-f]+/giu, '0x')
            .replaceAll(/:(?= |$)/gu, '')
            .trim(),
        ]
      : [];
  });
}
