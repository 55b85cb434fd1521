import type { Program } from '../lab/workbench/program';
import { catalog } from './catalog';

/** Where each lesson's programs are, without the rest of it. */
const loaders: Readonly<Record<string, () => Promise<{ readonly programs: Readonly<Record<string, Program>> }>>> = {
  unveiled: () => import('./unveiled/programs'),
  threads: () => import('./threads/programs'),
  gil: () => import('./gil/programs'),
  sharing: () => import('./sharing/programs'),
  async: () => import('./async/programs'),
  choose: () => import('./choose/programs'),
};

/** The programs of every lesson, in the order of the course. Rejects when they cannot be fetched. */
export function loadAllPrograms(): Promise<readonly { readonly id: string; readonly title: string; readonly programs: readonly Program[] }[]> {
  return Promise.all(
    catalog.map(async ({ id, shortTitle }) => {
      const module = await loaders[id]?.();
      return { id, title: shortTitle, programs: Object.values(module?.programs ?? {}) };
    }),
  );
}
