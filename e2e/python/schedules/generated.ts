import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SearchSummary } from '../../../src/core/schedule/frontier';
import type { Expected } from './nativeOutcome';
import type { PythonTab } from '../tab';
import { everything, explore, pathOf, programOf, reduced, wordsOf, type Search } from './search';

/** What came of some generated programs. */
export interface Comparison {
  /** Of how many programs all schedules could be tried. */
  readonly compared: number;
  readonly faults: readonly string[];
  /** Those that may be run natively, with all they can come to. */
  readonly finds: readonly Expected[];
}

/** Where the programs are put, so that they can be read, and run natively. */
const folder = resolve('.cache/generated-programs');
/** The number from which on generate.py makes programs with many objects. */
const objectsFrom = 100_000;
const spelledOut = '_spelled';
const mostFull = 800;
const mostReduced = 3000;

interface Generated {
  readonly name: string;
  readonly source: string;
  readonly full: Search;
  readonly reduced: Search;
  /** That program with what the library does spelled out; null where the library does nothing that could be. */
  readonly spelled: Search | null;
  /** Whether natively a timeout may pass although a thread could go on. */
  readonly isTimed: boolean;
}

/** Makes the programs of these numbers, and searches each with the reduction and without. */
export async function compareGenerated(tab: PythonTab, first: number, howMany: number): Promise<Comparison> {
  mkdirSync(folder, { recursive: true });
  const finds: Expected[] = [];
  const faults: string[] = [];
  let compared = 0;
  for (const program of await generate(tab, first, howMany)) {
    const [full] = await explore(tab, [program.full]);
    if (full?.complete !== true) continue;
    const [kinds] = await explore(tab, [program.reduced]);
    compared += 1;
    const path = `${folder}/${program.name}.py`;
    writeFileSync(path, program.source);
    if (kinds !== undefined && program.spelled !== null) {
      const [spelled] = await explore(tab, [program.spelled]);
      if (spelled?.conclusive === true)
        faults.push(...difference(spelled, kinds, 'what is spelled out').map((fault) => `${path}: ${fault}`));
    }
    if (kinds !== undefined) faults.push(...difference(full, kinds).map((fault) => `${path}: ${fault}`));
    if (!program.isTimed) finds.push({ path, outcomes: wordsOf(full) });
  }
  return { compared, faults, finds };
}

/** Compares the rules of CPython over generated programs: what can happen with the GIL can happen without, and the reduction loses none of it. */
export async function compareRules(
  tab: PythonTab,
  first: number,
  howMany: number,
): Promise<Pick<Comparison, 'compared' | 'faults'>> {
  const faults: string[] = [];
  let compared = 0;
  for (const { name, reduced: search } of await generate(tab, first, howMany)) {
    const withGil = { ...search, program: { ...search.program, granularity: 'gil' as const } };
    const withoutGil = { ...search, program: { ...search.program, granularity: 'free-threaded' as const } };
    const [gil, free, full] = await explore(tab, [
      withGil,
      withoutGil,
      { ...withGil, mode: everything, maxRuns: mostFull },
    ]);
    if (gil === undefined || free === undefined || full === undefined) throw new Error('An answer is missing.');
    const without = new Set(wordsOf(free));
    if (gil.conclusive && free.conclusive) {
      compared += 1;
      const only = wordsOf(gil).filter((words) => !without.has(words));
      faults.push(...only.map((words) => `${name}: only with the GIL: ${words}`));
    }
    if (full.complete) faults.push(...difference(full, gil).map((fault) => `${name}: ${fault}`));
  }
  return { compared, faults };
}

/** Compares the search with the reduction to the full one over generated programs with many objects, under each rule and granularity. */
export async function compareObjects(
  tab: PythonTab,
  first: number,
  howMany: number,
): Promise<Pick<Comparison, 'compared' | 'faults'>> {
  mkdirSync(folder, { recursive: true });
  const faults: string[] = [];
  let compared = 0;
  for (const { name, source, ...searches } of await generate(tab, objectsFrom + first, howMany)) {
    for (const granularity of ['line', 'gil', 'access', 'free-threaded'] as const) {
      const [full] = await explore(tab, [{ ...searches.full, program: { ...searches.full.program, granularity } }]);
      if (full?.complete !== true) continue;
      const [kinds] = await explore(tab, [
        { ...searches.reduced, program: { ...searches.reduced.program, granularity } },
      ]);
      if (kinds === undefined) throw new Error('An answer is missing.');
      // With the main thread first there are few schedules; without, there may be more kinds than there is time for.
      if (!kinds.complete) continue;
      compared += 1;
      const path = `${folder}/${name}.py`;
      faults.push(...difference(full, kinds).map((fault) => `${path}, ${granularity}: ${fault}`));
      if (!existsSync(path)) writeFileSync(path, source);
    }
  }
  return { compared, faults };
}

/** Which outcomes one search has and the other has not. */
function difference(full: SearchSummary, kinds: SearchSummary, what = 'the reduction'): readonly string[] {
  const inFull = new Set(full.outcomes.map(({ key }) => key));
  const inKinds = new Set(kinds.outcomes.map(({ key }) => key));
  return [
    ...(kinds.conclusive === full.conclusive ? [] : ['only one of the searches is sure']),
    ...[...inFull]
      .filter((key) => !inKinds.has(key))
      .map((key) => (what === 'the reduction' ? `the reduction missed ${key}` : `only ${what} came to ${key}`)),
    ...[...inKinds].filter((key) => !inFull.has(key)).map((key) => `only the reduction came to ${key}`),
  ];
}

/** The programs come from generate.py, which the page runs as it runs any program. */
async function generate(tab: PythonTab, first: number, howMany: number): Promise<readonly Generated[]> {
  const { outcome, stdout, stderr } = await tab.run(readFileSync(pathOf('.', 'generate'), 'utf8'), {
    fileName: 'generate.py',
    answers: [`${first} ${howMany}`],
  });
  if (outcome.status !== 'finished') throw new Error(`generate.py: ${JSON.stringify(outcome)} ${stderr}`);
  const parts = new Map(
    stdout
      .split(/^#### /mu)
      .slice(1)
      .map((part) => {
        const [name = ''] = part.split('\n', 1);
        return [name, part.slice(name.length + 1)] as const;
      }),
  );
  return [...parts]
    .filter(([name]) => !name.endsWith(spelledOut))
    .map(([name, source]) => {
      const [head = ''] = source.split('\n', 1);
      const spelled = parts.get(`${name}${spelledOut}`);
      const granularity = head.includes('access') ? 'access' : 'line';
      // Where the main thread only starts and joins, it may go first: then there are fewer schedules, and no other outcomes.
      const mainFirst = head.includes('not involved');
      return {
        name,
        source,
        full: {
          program: programOf(source, { granularity, accesses: false, mainFirst }),
          mode: everything,
          maxRuns: mostFull,
        },
        reduced: { program: programOf(source, { granularity }), mode: reduced, maxRuns: mostReduced },
        spelled:
          spelled === undefined
            ? null
            : { program: programOf(spelled, { granularity }), mode: reduced, maxRuns: mostReduced },
        isTimed: !head.includes('not timed'),
      };
    });
}
