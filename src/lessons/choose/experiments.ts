import type { Experiment } from '../../lab/experiment/experiment';

/** None of its own: every answer of this lesson points to an experiment of another. */
export const experiments: Readonly<Record<string, Experiment>> = {};
