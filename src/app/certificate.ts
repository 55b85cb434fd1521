import { formatCount } from '../core/base/format';
import { catalog } from '../lessons/catalog';
import { courseParts } from '../lessons/course';
import { sayTry } from '../lessons/incidents/standing';
import { kinds } from '../lessons/ladder/kinds';
import type { AllCaseNotes, CaseProof } from '../storage/caseNotes';
import type { Progress } from '../storage/progressFile';
import { standingOf } from './finished';
import { incidentStandings, type IncidentStanding } from './incidentStanding';

/** By lesson and question: the options that are right. */
export type RightAnswers = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A part of the course, and how far the reader is with it. */
export interface PartStanding {
  readonly id: string;
  readonly title: string;
  readonly finished: number;
  readonly lessons: readonly { readonly id: string; readonly minutes: number; readonly isFinished: boolean }[];
}

/** What the certificate says of a reader. */
export interface Reckoning {
  readonly parts: readonly PartStanding[];
  readonly lessons: { readonly finished: number; readonly all: number };
  readonly questions: { readonly right: number; readonly answered: number; readonly all: number };
  /** How many predictions were made. */
  readonly predictions: number;
  readonly puzzles: {
    readonly solved: number;
    readonly all: number;
    /** Of those to break: solved with no more than the least that it takes. */
    readonly atPar: number;
    readonly toBreak: number;
  };
  readonly incidents: readonly IncidentStanding[];
  readonly closed: number;
  /** All incidents are closed: that is what the certificate is given for. */
  readonly isComplete: boolean;
}

/** Counts what a reader has done. What is stored of questions and puzzles that the site no longer has does not count. */
export function reckon(progress: Progress, notes: AllCaseNotes, right: RightAnswers): Reckoning {
  const parts = courseParts.map(({ id, title, lessons }) => {
    const standings = catalog
      .filter((meta) => lessons.includes(meta.id))
      .map((meta) => ({
        id: meta.id,
        minutes: meta.minutes,
        isFinished: standingOf(meta.id, progress) === 'finished',
      }));
    return { id, title, lessons: standings, finished: standings.filter(({ isFinished }) => isFinished).length };
  });
  const incidents = incidentStandings(notes);
  const closed = incidents.filter(({ isClosed }) => isClosed).length;
  return {
    parts,
    lessons: { finished: parts.reduce((sum, { finished }) => sum + finished, 0), all: catalog.length },
    questions: questionsIn(progress, right),
    predictions: Object.values(progress.predictions).filter(({ kind }) => kind !== 'skipped').length,
    puzzles: puzzlesIn(progress),
    incidents,
    closed,
    isComplete: closed === incidents.length,
  };
}

function questionsIn({ answers }: Progress, right: RightAnswers): Reckoning['questions'] {
  const all = catalog.flatMap(({ id, questions }) =>
    questions.map((question) => ({ chosen: answers[`${id}/${question}`], right: right[id]?.[question] ?? [] })),
  );
  const answered = all.filter(({ chosen }) => chosen !== undefined);
  return {
    all: all.length,
    answered: answered.length,
    right: answered.filter((question) => question.chosen !== undefined && question.right.includes(question.chosen))
      .length,
  };
}

function puzzlesIn({ solved, fewest }: Progress): Reckoning['puzzles'] {
  const all = Object.entries(kinds).map(([id, kind]) => ({ id, par: typeof kind === 'string' ? null : kind.most }));
  const toBreak = all.flatMap(({ id, par }) => (par === null ? [] : [{ id, par }]));
  return {
    all: all.length,
    solved: all.filter(({ id }) => solved.includes(id)).length,
    toBreak: toBreak.length,
    atPar: toBreak.filter(({ id, par }) => solved.includes(id) && (fewest[id] ?? Infinity) <= par).length,
  };
}

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six'];

/** How many incidents are closed: "two of the six incidents". */
export function sayClosed({ closed, incidents }: Pick<Reckoning, 'closed' | 'incidents'>): string {
  const [some, all] = [closed, incidents.length].map((count) => numbers[count] ?? String(count));
  return `${closed === incidents.length ? 'all' : `${some} of the`} ${all} incidents`;
}

/** Where the reader looked, and at which try the diagnosis was right: "4 places looked at, right at the first try". */
export function sayDiagnosis({ looks, tries, rightAt }: IncidentStanding): string {
  const looked = counted(looks, 'place looked at', 'places looked at');
  if (rightAt !== null) return `${looked}, right ${sayTry(rightAt)}`;
  if (tries > 0) return `${looked}, ${counted(tries, 'diagnosis', 'diagnoses')} made, none right yet`;
  return looks > 0 ? `${looked}, no diagnosis yet` : 'Not begun yet';
}

/** What trying all schedules of the mended program has shown. */
export function saySchedules({ gil, freeThreaded }: Extract<CaseProof, { readonly kind: 'schedules' }>): string {
  const held =
    gil === 1
      ? 'The only kind of schedule with the GIL ends well'
      : `All ${formatCount(gil)} kinds of schedules with the GIL end well`;
  if (freeThreaded === null) return `${held}; without it there are more than can be tried.`;
  return `${held}, and ${freeThreaded === 1 ? 'the only one' : `all ${formatCount(freeThreaded)}`} without it.`;
}

/** In characters. */
const longestLine = 72;

/** A printed line, cut where it is too long for the page. */
export const shortLine = (line: string): string =>
  line.length <= longestLine ? line : `${line.slice(0, longestLine - 1).trimEnd()}…`;

const dates = { medium: dateFormat('medium'), long: dateFormat('long') };

function dateFormat(dateStyle: 'medium' | 'long'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { dateStyle });
}

/** The date of a time in milliseconds since the Unix epoch: "28 Nov 2026", or with the month in full; empty where no calendar reaches. */
export function sayDate(at: number, style: keyof typeof dates = 'medium'): string {
  return Number.isNaN(new Date(at).getTime()) ? '' : dates[style].format(at);
}
