import { catalog } from '../lessons/catalog';
import type { LessonMeta } from '../lessons/lesson';

export const siteName = 'Timeslice';
export const siteDescription =
  'Learn concurrency in Python by running it: threads, processes and asyncio, measured on your own machine and drawn as they happen.';

/** A page of the site. Paths start and end with a slash and are relative to the site's root. */
export type Page =
  | { readonly kind: 'home' }
  | { readonly kind: 'lesson'; readonly meta: LessonMeta; readonly index: number }
  | { readonly kind: 'playground' }
  | { readonly kind: 'scheduler' }
  | { readonly kind: 'puzzles' }
  /** `id` may be that of no puzzle: which there are is known to their page. */
  | { readonly kind: 'puzzle'; readonly id: string }
  | { readonly kind: 'glossary' }
  | { readonly kind: 'sources' }
  | { readonly kind: 'certificate' }
  | { readonly kind: 'missing' };

export const playgroundPath = '/playground/';
export const playgroundDescription =
  'Write Python in the browser and run it with threads, processes and asyncio: every lock, wait and switch is drawn as it happens. With examples to begin from.';

export const schedulerPath = '/scheduler/';
export const schedulerDescription =
  'Be the scheduler of a Python program: choose which thread takes the next step, go back, share what you found, or try every schedule there is.';

export const glossaryPath = '/glossary/';
export const glossaryDescription =
  'The terms of concurrency in Python, from acquire to worker: each in a sentence or two, with the place in the course that teaches it.';

export const sourcesPath = '/sources/';
export const sourcesDescription =
  'What was read for which lesson of this course on concurrency in Python, with links to the versions of the documentation that were read.';

export const certificatePath = '/certificate/';
export const certificateDescription =
  'A certificate of this course on concurrency in Python to print, made from your own progress: what you finished, and what you measured in the six incidents.';

export const puzzlesPath = '/puzzles/';
export const puzzlesDescription =
  'Puzzles of concurrency in Python, from lost updates to deadlocks and cancelled tasks: break each program by choosing its schedule, or mend it, and the page tries every schedule.';

/** The pages of which there is one each, by the last part of their paths. */
const namedPages = ['playground', 'scheduler', 'puzzles', 'glossary', 'sources', 'certificate'] as const;

/** Finds the page of a path such as `/gil/` or `/gil/index.html`. */
export function pageAt(path: string): Page {
  const id = path.replace(/index\.html$/, '').replace(/^\/|\/$/g, '');
  if (id === '') return { kind: 'home' };
  const kind = namedPages.find((name) => name === id);
  if (kind !== undefined) return { kind };
  const puzzle = /^puzzles\/([a-z0-9-]+)$/.exec(id)?.[1];
  if (puzzle !== undefined) return { kind: 'puzzle', id: puzzle };
  const index = catalog.findIndex((meta) => meta.id === id);
  const meta = catalog[index];
  return meta === undefined ? { kind: 'missing' } : { kind: 'lesson', meta, index };
}

export const pathOf = (meta: LessonMeta): string => `/${meta.id}/`;

/** The title of the browser's tab. */
export function titleOf(page: Page): string {
  switch (page.kind) {
    case 'home':
      return `${siteName}: concurrency in Python, running`;
    case 'lesson':
      return `${page.meta.title} · ${siteName}`;
    case 'playground':
      return `Python playground with threads · ${siteName}`;
    case 'scheduler':
      return `You are the scheduler · ${siteName}`;
    case 'puzzles':
    case 'puzzle':
      return `Puzzles · ${siteName}`;
    case 'glossary':
      return `Glossary of concurrency in Python · ${siteName}`;
    case 'sources':
      return `Sources · ${siteName}`;
    case 'certificate':
      return `Certificate · ${siteName}`;
    case 'missing':
      return `No such page · ${siteName}`;
  }
}

/** The relative path from a page to the site's root: `./` from home, `../` from a lesson. */
export function rootFrom(path: string): string {
  const depth = path
    .replace(/index\.html$/, '')
    .split('/')
    .filter((part) => part !== '').length;
  return depth === 0 ? './' : '../'.repeat(depth);
}
