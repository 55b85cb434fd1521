import type { ScheduledProgram } from '../../../core/python/pythonSchedules';
import { tellsOf, type Recording } from '../../../core/python/recording';
import { parseRecording } from '../../../core/python/recordingFile';
import { digestOf } from '../../digestOf';
import { recordingName } from './recordingName';

/** By name, what fetches the file of a recording. */
const files = new Map(
  Object.entries(
    import.meta.glob<unknown>(['./*.schedules.json', '../opening/*.schedules.json'], { import: 'default' }),
  ).map(([path, fetchFile]) => [path.replace(/^.*\/|\.schedules\.json$/g, ''), fetchFile]),
);

/** The recording of a program, fetched when it is asked for; null where there is none of this text under this rule, or it cannot be fetched: Python tells the same. */
export async function loadRecording(program: ScheduledProgram): Promise<Recording | null> {
  const file: unknown = await files
    .get(recordingName(program))?.()
    .catch(() => null);
  const recording = parseRecording(file);
  return recording !== null && recording.text === digestOf(program.source) && tellsOf(recording, program)
    ? recording
    : null;
}
