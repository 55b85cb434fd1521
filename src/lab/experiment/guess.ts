import type { StoredPrediction } from '../../storage/progressFile';
import type { Experiment } from './experiment';

/** A strategy's name. */
export const nameOf = ({ strategies }: Experiment, id: string): string =>
  strategies.find((strategy) => strategy.id === id)?.name ?? id;

/** What an option says. */
export const optionText = ({ prediction }: Experiment, id: string): string =>
  (prediction.kind === 'rank' ? undefined : prediction.options.find((option) => option.id === id)?.text) ?? id;

/** What a guess says of each strategy, in their order; null where it does not fit this experiment. */
export function partsOf({ strategies, prediction }: Experiment, guess: string): readonly string[] | null {
  const parts = guess.split(' ');
  const known = prediction.kind === 'each' ? prediction.options.map(({ id }) => id) : [];
  return parts.length === strategies.length && parts.every((part) => known.includes(part)) ? parts : null;
}

/** A guessed ranking, fastest first. A stored one may come from another version of the experiment, or from a file that somebody wrote: what it lacks comes last. */
export function orderOf(
  { strategies }: Experiment,
  { order }: { readonly order: readonly string[] },
): readonly string[] {
  const all: readonly string[] = strategies.map(({ id }) => id);
  return [...new Set([...order.filter((id) => all.includes(id)), ...all])];
}

/** An order in words: "Threaded, Async". */
export const orderText = (experiment: Experiment, order: readonly string[]): string =>
  order.map((id) => nameOf(experiment, id)).join(', ');

/** A guess in words; null for one that was skipped, or that this experiment does not ask for. */
export function guessText(experiment: Experiment, guess: StoredPrediction): string | null {
  const { prediction } = experiment;
  if (guess.kind === 'rank' && prediction.kind === 'rank') return orderText(experiment, orderOf(experiment, guess));
  if (guess.kind === 'choice' && prediction.kind === 'choice') return `“${optionText(experiment, guess.option)}”`;
  if (guess.kind === 'choice' && prediction.kind === 'each' && partsOf(experiment, guess.option) !== null)
    return `the ${experiment.strategies.length} answers above`;
  return null;
}
