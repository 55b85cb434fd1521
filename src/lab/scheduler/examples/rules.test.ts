import { describe, expect, it } from 'vitest';
import { cpythonRules, type CPythonRule } from '../../../core/schedule/rule';
import { exampleGroups } from '.';
import { ruleOfExample } from './rules';

type Outcomes = Readonly<Record<CPythonRule, readonly string[]>>;

const lists = import.meta.glob<Outcomes>('./*.outcomes.json', { eager: true, import: 'default' });
const names = exampleGroups.flatMap(({ programs }) => programs.map(({ name }) => name));
const outcomesOf = (name: string): Outcomes | undefined => lists[`./${name.replace('.py', '.outcomes.json')}`];

describe.each(names)('%s', (name) => {
  const outcomes = outcomesOf(name);

  it('has a list of its outcomes under each rule, where the GIL adds none', () => {
    expect(Object.keys(outcomes ?? {})).toEqual(cpythonRules);
    expect(outcomes?.['free-threaded']).toEqual(expect.arrayContaining([...(outcomes?.gil ?? [])]));
  });

  it('opens without the GIL where the GIL hides some of them', () => {
    const hidden = outcomes?.['free-threaded'].length !== outcomes?.gil.length;
    expect(ruleOfExample(name)).toBe(hidden ? 'free-threaded' : null);
  });
});
