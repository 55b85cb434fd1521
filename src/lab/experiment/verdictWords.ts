import type { RunRecord } from '../../core/experiment/experiment';
import { measuredOf } from '../../core/experiment/measured';
import { judgeRanking } from '../../core/experiment/prediction';
import type { StoredPrediction } from '../../storage/progressFile';
import type { Experiment } from './experiment';

type Names = ReadonlyMap<string, string>;
const nameOf = (id: string, names: Names): string => names.get(id) ?? id;
const nameList = (ids: readonly string[], names: Names): string => ids.map((id) => nameOf(id, names)).join(', then ');
/** The places of a ranking; what shares one is a tie. */
const placeList = (places: readonly (readonly string[])[], names: Names): string =>
  places
    .map((ids) =>
      ids.length === 1 ? nameOf(ids[0] ?? '', names) : `${ids.map((id) => nameOf(id, names)).join(' and ')} (a tie)`,
    )
    .join(', then ');

/** What the page says once there is something to compare with; null while there is not. */
export function verdictWords(
  experiment: Experiment,
  stored: StoredPrediction,
  records: readonly RunRecord[],
): string | null {
  const { prediction } = experiment;
  const names: Names = new Map(experiment.strategies.map(({ id, name }) => [id, name]));
  if (stored.kind === 'rank' && prediction.kind === 'rank') {
    // A stored guess may come from another version of the experiment, or from a file that somebody wrote.
    const known = [...new Set(stored.order)].filter((id) => names.has(id));
    if (known.length < 2) return null;
    const judged = judgeRanking(known, records);
    if (judged === null) return null;
    const measured = `Measured: ${placeList(judged.places, names)}.`;
    if (judged.right)
      return `${measured} You had it right${judged.places.length < known.length ? ': in a tie, either order is right' : ''}.`;
    const [faster, slower] = judged.swapped[0] ?? ['', ''];
    return `${measured} You expected ${nameList(known, names)}; the surprise is that ${nameOf(faster, names)} beat ${nameOf(slower, names)}.`;
  }
  if (stored.kind === 'choice' && prediction.kind === 'choice') {
    const answer = prediction.answer(measuredOf(records));
    if (answer === null) return null;
    const textOf = (id: string): string => prediction.options.find((option) => option.id === id)?.text ?? id;
    return answer === stored.option
      ? `You said “${textOf(answer)}”, and that was right.`
      : `You said “${textOf(stored.option)}”. Measured: “${textOf(answer)}”.`;
  }
  return null;
}
