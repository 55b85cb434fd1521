import type { Example, ProgramGroup } from './programGroups';

/** The groups with what matches every word of a search in name or sentence; empty groups are left out. */
export function matching(groups: readonly ProgramGroup[], search: string): readonly ProgramGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ id, sentence }: Example, title: string): boolean => {
    const text = `${id} ${id.replaceAll('_', ' ')} ${sentence} ${title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return groups
    .map((group) => ({ ...group, examples: group.examples.filter((example) => fits(example, group.title)) }))
    .filter(({ examples }) => examples.length > 0);
}
