import type { ScheduledProgram } from '../../../core/python/pythonSchedules';

/** What the recording of a program is called: its file is `<name>.schedules.json`. No two programs of the site have one file name. */
export const recordingName = ({
  fileName,
  granularity,
  time = 'patient',
}: Pick<ScheduledProgram, 'fileName' | 'granularity' | 'time'>): string =>
  [fileName.replace(/\.py$/, ''), granularity, ...(time === 'free' ? [time] : [])].join('.');
