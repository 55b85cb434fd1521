import type { BuildRow } from './builds';
// As text, for the type of a JSON import would be that of today's figures.
import text from './builds.json?raw';

/** In a file of its own, so that it comes after the page: a guess comes first. */
export const recorded = JSON.parse(text) as readonly BuildRow[];
