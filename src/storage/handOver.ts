import { keepInTab, readTab } from './tab';

const key = 'timeslice-handed-over';

/** Notes that a page of this site opens a program in another one, so that it is not taken for a stranger's. Only this site can write there. */
export const handOver = (fragment: string): void => keepInTab(key, fragment);

/** True for the fragment that was handed over last in this tab. */
export const wasHandedOver = (fragment: string): boolean => readTab(key) === fragment;
