import { formatDuration } from '../../core/base/format';
import type { RunRecord } from '../../core/experiment/experiment';
import { measuredOf, type Measured } from '../../core/experiment/measured';
import { judgeRanking } from '../../core/experiment/prediction';
import { driftOf } from '../../core/experiment/reference';
import type { StoredPrediction } from '../../storage/progressFile';
import type { Experiment } from './experiment';
import { nameOf, optionText, orderOf, orderText, partsOf } from './guess';
import type { Judge } from './judge';

/** What came of the runs of a card, and of the reader's guess. */
export interface Verdict {
  /** How the guess fared; `none` where nobody guessed. */
  readonly guess: 'right' | 'wrong' | 'none';
  /** What was measured, beside what was guessed. */
  readonly measured: string;
  /** Why it came out so; empty where that is not known. */
  readonly why: string;
  /** Something else came out than the lesson expects. */
  readonly unexpected: boolean;
  /** Why the measurement should be repeated; null where nothing speaks against it. */
  readonly doubt: string | null;
}

/** The places of a ranking; what shares one is a tie. */
const placesText = (experiment: Experiment, places: readonly (readonly string[])[]): string =>
  places
    .map((ids) => ids.map((id) => nameOf(experiment, id)).join(' and ') + (ids.length === 1 ? '' : ' (a tie)'))
    .join(', ');

/** An answer in words; for one about each strategy, what it says of those in `only`. */
function answerText(experiment: Experiment, answer: string, only?: readonly string[]): string {
  const parts = partsOf(experiment, answer);
  if (parts === null) return `“${optionText(experiment, answer)}”`;
  return experiment.strategies
    .map(({ id, name }, at) => ({ id, text: `${name}: “${optionText(experiment, parts[at] ?? '')}”` }))
    .filter(({ id }) => only?.includes(id) ?? true)
    .map(({ text }) => text)
    .join(', ');
}

/** How a choice fared, set beside what came out. */
function choiceText(experiment: Experiment, answer: string, said: string | null): string {
  const came = answerText(experiment, answer);
  if (said === null) return `Measured: ${came}.`;
  const [parts, saidParts] = [partsOf(experiment, answer), partsOf(experiment, said)];
  if (parts !== null && saidParts !== null) {
    const missed = experiment.strategies.map(({ id }) => id).filter((_, at) => parts[at] !== saidParts[at]);
    const hits = `${parts.length - missed.length} of ${parts.length} came out as you said.`;
    return missed.length === 0 ? hits : `${hits} Measured: ${answerText(experiment, answer, missed)}.`;
  }
  return said === answer
    ? `You said ${came}, and so it came out.`
    : `You said ${answerText(experiment, said)}. Measured: ${came}.`;
}

/** The reference took another time before than after: other work was done meanwhile. */
function driftText(experiment: Experiment, records: readonly RunRecord[]): string | null {
  const { reference } = experiment;
  const drift = reference === undefined ? null : driftOf(records, reference);
  if (reference === undefined || drift === null) return null;
  return `“${nameOf(experiment, reference)}” took ${formatDuration(drift.beforeMs)} before the others and ${formatDuration(drift.afterMs)} after them: something else used this machine meanwhile.`;
}

/** What the lesson expects with these settings, if something else was measured. */
function contradiction(
  experiment: Experiment,
  judge: Judge,
  measured: Measured,
  records: readonly RunRecord[],
  answer: string | null,
) {
  const params = records.at(-1)?.params ?? {};
  if (experiment.prediction.kind !== 'rank') {
    const expected = judge.expects?.(params) ?? [];
    if (answer === null || expected.length === 0 || expected.includes(answer)) return null;
    return `The lesson expects ${expected.map((id) => answerText(experiment, id)).join(' or ')}.`;
  }
  const pair = judge
    .faster?.(params)
    .find(([faster, slower]) => ['tie', 'more'].includes(measured.compare(faster, slower).verdict));
  return pair === undefined
    ? null
    : `The lesson expects “${nameOf(experiment, pair[0])}” to be faster than “${nameOf(experiment, pair[1])}”.`;
}

function doubtOf(
  experiment: Experiment,
  judge: Judge,
  measured: Measured,
  records: readonly RunRecord[],
  answer: string | null,
): Pick<Verdict, 'unexpected' | 'doubt'> {
  const against = contradiction(experiment, judge, measured, records, answer);
  const drift = driftText(experiment, records);
  if (against === null)
    return { unexpected: false, doubt: drift === null ? null : `${drift} Repeat it when the machine is quieter.` };
  const cause = drift ?? 'A machine with other work to do can measure something else.';
  return { unexpected: true, doubt: `${against} ${cause} Repeat it before you believe it.` };
}

/** What the page says once there is something to say; null while not enough was measured. `guess` is null where nobody guessed. */
export function verdictOf(
  experiment: Experiment,
  judge: Judge,
  guess: StoredPrediction | null,
  records: readonly RunRecord[],
): Verdict | null {
  const measured = measuredOf(records);
  if (experiment.prediction.kind === 'rank') {
    const all = experiment.strategies.map(({ id }) => id);
    const known = guess?.kind === 'rank' ? orderOf(experiment, guess) : null;
    const judged = judgeRanking(known ?? all, records);
    if (judged === null) return null;
    const came = `Measured: ${placesText(experiment, judged.places)}.`;
    const tied = judged.places.length < all.length;
    return {
      guess: known === null ? 'none' : judged.right ? 'right' : 'wrong',
      measured:
        known === null
          ? came
          : judged.right
            ? `${came}${tied ? ' In a tie, either order is right.' : ''}`
            : `${came} You said: ${orderText(experiment, known)}.`,
      why: typeof judge.because === 'string' ? judge.because : '',
      ...doubtOf(experiment, judge, measured, records, null),
    };
  }
  const answer = judge.answer?.(measured) ?? null;
  if (answer === null) return null;
  const said = guess?.kind === 'choice' ? guess.option : null;
  return {
    guess: said === null ? 'none' : said === answer ? 'right' : 'wrong',
    measured: choiceText(experiment, answer, said),
    why: typeof judge.because === 'string' ? judge.because : (judge.because[answer] ?? ''),
    ...doubtOf(experiment, judge, measured, records, answer),
  };
}
