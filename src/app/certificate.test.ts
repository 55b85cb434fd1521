import { describe, expect, it } from 'vitest';
import { catalog } from '../lessons/catalog';
import { incidentIndex } from '../lessons/incidents/incidentIndex';
import type { Question } from '../lessons/lesson';
import { kinds } from '../lessons/ladder/kinds';
import { noNotes, type AllCaseNotes, type CaseNotes } from '../storage/caseNotes';
import { emptyProgress, type Progress } from '../storage/progressFile';
import { reckon, sayClosed, sayDate, sayDiagnosis, saySchedules, shortLine } from './certificate';
import { closedCount } from './incidentStanding';
import { rightAnswers } from './rightAnswers';

const at = Date.UTC(2026, 10, 28, 12);
const proof = { kind: 'schedules', gil: 22, freeThreaded: 96, at } as const;
const [firstLesson] = catalog;
const [firstIncident] = incidentIndex;
if (firstLesson === undefined || firstIncident === undefined) throw new Error('There is nothing to count.');
const keys = firstLesson.questions.map((question) => `${firstLesson.id}/${question}`);
/** To every question of the first lesson, the right answer but for the last. */
const answers = Object.fromEntries(
  firstLesson.questions.map((question, index) => [
    `${firstLesson.id}/${question}`,
    index === firstLesson.questions.length - 1 ? 'another' : (rightAnswers[firstLesson.id]?.[question]?.[0] ?? ''),
  ]),
);
const reader = (progress: Partial<Progress>, notes: AllCaseNotes = {}) =>
  reckon({ ...emptyProgress, ...progress }, notes, rightAnswers);
/** How far a reader is with the first incident. */
const standing = (notes: Partial<CaseNotes>) => {
  const found = reader({}, { [firstIncident.id]: { ...noNotes, ...notes } }).incidents[0];
  if (found === undefined) throw new Error('There is no first incident.');
  return found;
};
const closed: AllCaseNotes = Object.fromEntries(
  incidentIndex.map(({ id, diagnosis }) => [id, { looks: ['log'], named: [diagnosis], proof }]),
);

describe('right answers', () => {
  it('are known of every question of the course', () => {
    const checks = import.meta.glob<readonly Question[]>('../lessons/*/check.ts', { eager: true, import: 'questions' });
    expect(Object.keys(rightAnswers)).toHaveLength(Object.keys(checks).length);
    for (const { id, questions } of catalog)
      expect(rightAnswers[id]).toEqual(
        Object.fromEntries(
          questions.map((question) => {
            const asked = checks[`../lessons/${id}/check.ts`]?.find((one) => one.id === question);
            return [question, asked?.options.filter(({ right }) => right).map((option) => option.id)];
          }),
        ),
      );
  });
});

describe('what is reckoned', () => {
  it('is nothing on a first visit', () => {
    const none = reader({});
    expect(none.lessons).toEqual({ finished: 0, all: catalog.length });
    expect(none.parts.flatMap(({ lessons }) => lessons.map(({ id }) => id))).toEqual(catalog.map(({ id }) => id));
    expect(none.questions).toMatchObject({ right: 0, answered: 0 });
    expect(none.puzzles).toMatchObject({ solved: 0, atPar: 0, all: Object.keys(kinds).length });
    expect(none).toMatchObject({ predictions: 0, closed: 0, isComplete: false });
    expect(none.incidents).toHaveLength(incidentIndex.length);
  });

  it('counts lessons in their parts, and which answers are right', () => {
    const one = reader({ answers });
    expect(one.lessons.finished).toBe(1);
    expect(one.parts[0]).toMatchObject({ finished: 1 });
    expect(one.parts[0]?.lessons[0]).toMatchObject({ id: firstLesson.id, isFinished: true });
    expect(one.questions).toMatchObject({ answered: keys.length, right: keys.length - 1 });
  });

  it('leaves out what the site does not know', () => {
    const old = reader({ answers: { 'gone/away': 'x', [`${firstLesson.id}/gone`]: 'x' }, solved: ['gone'] });
    expect(old.questions.answered).toBe(0);
    expect(old.puzzles.solved).toBe(0);
  });

  it('counts predictions that were made', () => {
    const predictions = { a: { kind: 'skipped' }, b: { kind: 'choice', option: 'x' } } as const;
    expect(reader({ predictions }).predictions).toBe(1);
  });

  it('counts a puzzle at par when it was solved with no more than the par', () => {
    const par = { tea: 2, kitchen: 3, record: 2 };
    const solved = ['tea', 'kitchen', 'tea-fix'];
    expect(reader({ solved, fewest: par }).puzzles).toMatchObject({ solved: 3, atPar: 2 });
    expect(reader({ solved, fewest: { ...par, tea: 3 } }).puzzles.atPar).toBe(1);
    expect(reader({ solved }).puzzles.atPar).toBe(0);
  });

  it('is complete when every incident has its diagnosis and its proof', () => {
    expect(reader({}, closed)).toMatchObject({ isComplete: true, closed: incidentIndex.length });
    expect(closedCount(closed)).toBe(incidentIndex.length);
    const { [firstIncident.id]: _, ...others } = closed;
    expect(reader({}, others)).toMatchObject({ isComplete: false, closed: incidentIndex.length - 1 });
    expect(standing({ proof }).isClosed).toBe(false);
    expect(standing({ named: [firstIncident.diagnosis] }).isClosed).toBe(false);
    expect(standing({ named: ['x', firstIncident.diagnosis], proof })).toMatchObject({ isClosed: true, rightAt: 2 });
  });
});

describe('what is said', () => {
  it('of incidents that are closed', () => {
    expect(sayClosed(reader({}))).toBe('none of the six incidents');
    expect(sayClosed(reader({}, { [firstIncident.id]: closed[firstIncident.id] ?? noNotes }))).toBe(
      'one of the six incidents',
    );
    expect(sayClosed(reader({}, closed))).toBe('all six incidents');
  });

  it.each([
    [{}, 'Not begun yet'],
    [{ looks: ['a'] }, '1 place looked at, no diagnosis yet'],
    [{ looks: ['a', 'b'], named: ['x'] }, '2 places looked at, 1 diagnosis made, none right yet'],
    [{ named: ['x', 'y'] }, '0 places looked at, 2 diagnoses made, none right yet'],
    [{ looks: ['a', 'b'], named: [firstIncident.diagnosis, 'x'] }, '2 places looked at, right at the first try'],
    [{ looks: ['a'], named: [...'abcdefghijk', firstIncident.diagnosis] }, '1 place looked at, right at try 12'],
  ])('of a diagnosis: %o', (notes, said) => expect(sayDiagnosis(standing(notes))).toBe(said));

  it('of schedules', () => {
    expect(saySchedules(proof)).toBe('All 22 kinds of schedules with the GIL end well, and all 96 without it.');
    expect(saySchedules({ ...proof, gil: 1200, freeThreaded: null })).toBe(
      'All 1,200 kinds of schedules with the GIL end well; without it there are more than can be tried.',
    );
    expect(saySchedules({ ...proof, gil: 1, freeThreaded: 1 })).toBe(
      'The only kind of schedule with the GIL ends well, and the only one without it.',
    );
  });

  it('of a long line, as much as there is room for', () => {
    expect(shortLine('pause: 4 ms')).toBe('pause: 4 ms');
    expect(shortLine('x'.repeat(200))).toMatch(/^x{71}…$/);
  });

  it('of a date, nothing where there is none', () => {
    expect(sayDate(at)).toBe('28 Nov 2026');
    expect(sayDate(at, 'long')).toBe('28 November 2026');
    expect(sayDate(1e300)).toBe('');
  });
});
