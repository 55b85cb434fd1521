import { anchorOf } from './anchorOf';
import { catalog } from './catalog';
import type { LessonMeta } from './lesson';
import { inPathOrder } from './pathOrder';

/** Each is for readers with one kind of program. */
export type PathId = 'downloads' | 'computation' | 'service';

/** A lesson's place on a path. */
export interface PlaceOnPath {
  /** The lesson that it follows there; without one, or where that lesson is not on the path, the lessons are in the order of the course. */
  readonly after?: string;
  /** The headings of the sections that the path needs; without them, the whole lesson. */
  readonly sections?: readonly string[];
}

/** What a lesson's `paths.ts` says. It is apart from `meta.ts`, which every page of the site loads. */
export type OwnPaths = Readonly<Partial<Record<PathId, PlaceOnPath>>>;

/** One stop of a path: a lesson, or some sections of it. */
export interface Stop {
  readonly meta: LessonMeta;
  /** Empty for the whole lesson. */
  readonly sections: readonly { readonly title: string; readonly anchor: string }[];
}

/** A way through a part of the course. */
export interface ShortPath {
  readonly id: PathId;
  /** What its readers say of themselves. */
  readonly title: string;
  readonly stops: readonly Stop[];
}

const titles: Readonly<Record<PathId, string>> = {
  downloads: 'I write scripts that download',
  computation: 'I have a slow computation',
  service: 'I run an asyncio service',
};

const modules = import.meta.glob<{ readonly paths: OwnPaths }>('./*/paths.ts', { eager: true });

function stopsOf(path: PathId): readonly Stop[] {
  const placed = catalog.flatMap((meta) => {
    const place = modules[`./${meta.id}/paths.ts`]?.paths[path];
    return place === undefined ? [] : [{ ...place, id: meta.id, meta }];
  });
  return inPathOrder(placed).map(({ meta, sections = [] }) => ({
    meta,
    sections: sections.map((title) => ({ title, anchor: anchorOf(title) })),
  }));
}

/** The shorter paths, with the lessons that there are. */
export const shortPaths: readonly ShortPath[] = (Object.keys(titles) as PathId[]).map((id) => ({
  id,
  title: titles[id],
  stops: stopsOf(id),
}));
