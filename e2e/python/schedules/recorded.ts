import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ScheduledProgram } from '../../../src/core/python/pythonSchedules';
import { ruleOfExample } from '../../../src/lab/scheduler/examples/rules';
import { recordingName } from '../../../src/lab/scheduler/recordings/recordingName';
import { isStepped, steppedProgram } from '../../../src/lab/scheduler/puzzle/puzzle';
import { puzzles } from '../../../src/lessons/puzzles';

/** A program that is recorded, as it is stepped, and where its recording lies. */
export interface Recorded {
  readonly name: string;
  readonly program: ScheduledProgram;
  readonly path: string;
}

const scheduler = fileURLToPath(new URL('../../../src/lab/scheduler/', import.meta.url));

const programsIn = (folder: string): readonly ScheduledProgram[] =>
  readdirSync(scheduler + folder)
    .filter((file) => file.endsWith('.py'))
    .map((fileName) => ({
      source: readFileSync(`${scheduler}${folder}/${fileName}`, 'utf8'),
      fileName,
      granularity: ruleOfExample(fileName) ?? 'gil',
      watch: [],
      mainFirst: true,
      accesses: true,
    }));

/** The folders with recordings. */
export const recordingsIn: readonly string[] = ['opening', 'recordings'].map((folder) => scheduler + folder);

const recordedIn = (folder: string, programs: readonly ScheduledProgram[]): readonly Recorded[] =>
  programs.map((program) => {
    const name = recordingName(program);
    return { name, program, path: `${scheduler}${folder}/${name}.schedules.json` };
  });

/** Two puzzles may be of one program. */
const onceEach = (programs: readonly ScheduledProgram[]): readonly ScheduledProgram[] => [
  ...new Map(programs.map((program) => [recordingName(program), program])).values(),
];

/** All programs that are recorded: that of the home page, the scheduler's examples, and the puzzles whose threads the reader moves. Each under the rule under which it is opened. */
export const recorded: readonly Recorded[] = [
  ...recordedIn('opening', programsIn('opening')),
  ...recordedIn('recordings', [
    ...programsIn('examples'),
    ...onceEach(puzzles.flatMap((puzzle) => (isStepped(puzzle) ? [steppedProgram(puzzle)] : []))),
  ]),
];
