import type { OutcomeRow } from '../../../core/schedule/outcomes';

/** An outcome as it is shown. */
export interface ShownRow extends OutcomeRow {
  readonly fails: boolean;
  readonly right: boolean;
  /** Its place in the order, from 1. */
  readonly number: number;
}

/** How many outcomes have a bar of their own. */
export const mostBars = 12;

/** How many outcomes stand in the list at most: a longer one would not be read. */
export const mostListed = 200;

/** In the order in which they are shown: what fails first, and then the more frequent; in the order of being found where they are equal. */
export function rowsToShow(
  outcomes: readonly OutcomeRow[],
  fails: (row: OutcomeRow) => boolean,
  right: ReadonlySet<string>,
): readonly ShownRow[] {
  return outcomes
    .map((row) => ({ ...row, fails: fails(row), right: right.has(row.key) }))
    .toSorted((a, b) => Number(b.fails) - Number(a.fails) || b.schedules - a.schedules)
    .map((row, at) => ({ ...row, number: at + 1 }));
}

/** Whether two of them have one label, as far as there is room: then they are numbered. */
export const needNumbers = <Row>(rows: readonly Row[], labelOf: (row: Row) => string): boolean =>
  new Set(rows.map(labelOf)).size < rows.length;

/** How many schedules came to outcomes that are not shown. */
export const sumOf = (rows: readonly OutcomeRow[]): number => rows.reduce((sum, { schedules }) => sum + schedules, 0);
