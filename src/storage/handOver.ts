import { isRecord } from './parseFile';
import { keepInTab, readTab } from './tab';

const key = 'timeslice-handed-over';
const wayBackKey = 'timeslice-way-back';

/** The way back to where a program was opened from. */
export interface WayBack {
  /** The program's file name. */
  readonly program: string;
  /** "Threads". */
  readonly title: string;
  /** Within the site, with the program's anchor: `/threads/#program-whereIsMain`. */
  readonly to: string;
}

/** Notes that a page of this site opens a program in another one, so that it is not taken for a stranger's. Only this site can write there. */
export const handOver = (fragment: string): void => keepInTab(key, fragment);

/** True for the fragment that was handed over last in this tab. */
export const wasHandedOver = (fragment: string): boolean => readTab(key) === fragment;

/** Notes where a program was opened from, for as long as the tab lives. */
export const keepWayBack = (way: WayBack): void => keepInTab(wayBackKey, JSON.stringify(way));

/** The way back to where this program was opened from last; null where it was opened by itself. */
export function wayBackOf(program: string): WayBack | null {
  try {
    const way: unknown = JSON.parse(readTab(wayBackKey) ?? 'null');
    if (!isRecord(way) || way['program'] !== program) return null;
    const { title, to } = way;
    return typeof title === 'string' && typeof to === 'string' && /^\/([\w-]+\/)?#[\w-]+$/.test(to)
      ? { program, title, to }
      : null;
  } catch {
    return null;
  }
}
