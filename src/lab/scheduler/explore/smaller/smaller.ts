import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { Bindings } from './bindings';
import { allOf, argumentsOf, around, calledName, childrenOf, entriesOf, itemsOf, parametersOf } from './tree';

/** How many threads and rounds the smaller program has where a constant says how many. */
export const fewest = 2;

/** If the numbers of threads and rounds multiply to more than this, there are more schedules than can be tried. */
const mostTogether = 50;

/** A line that differs, as it was and as it is. */
export interface ChangedLine {
  /** From 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** A program with fewer threads and rounds, which differs from the one that it was made of in these lines only. */
export interface Smaller {
  readonly source: string;
  readonly changed: readonly ChangedLine[];
  /** The program that it was made of has more schedules than can be tried, as its numbers of threads and rounds tell. */
  readonly plainlyLarge: boolean;
}

/** A number in the text that is to become another. */
interface Edit {
  readonly node: SyntaxNode;
  readonly value: number;
  readonly smaller: number;
}

/** What a number of Python's stands for: `100_000`, `0x10`, `1e5`; NaN for one that is no whole number. */
function valueOf(literal: string): number {
  const value = Number(literal.replaceAll('_', ''));
  return Number.isSafeInteger(value) && /^(?:0[xob])?[\da-f_]+(?:\.0*)?(?:e\+?\d+)?$/i.test(literal)
    ? value
    : Number.NaN;
}

/** Finds the constants that say how many rounds a loop has and how many threads there are, and what follows from them. */
class Finder {
  readonly edits = new Map<number, Edit>();
  /** Those of the edits that say how many rounds or threads there are. */
  bounds: readonly Edit[] = [];
  readonly #top: SyntaxNode;
  readonly #source: string;
  readonly #bindings: Bindings;
  readonly #calls: readonly SyntaxNode[];
  readonly #text = (node: SyntaxNode): string => this.#source.slice(node.from, node.to);
  /** The names that are being followed to their values: those may lead back to them. */
  readonly #followed = new Set<string>();

  constructor(top: SyntaxNode, source: string) {
    this.#top = top;
    this.#source = source;
    this.#bindings = new Bindings(top, this.#text);
    this.#calls = allOf(top, 'CallExpression');
  }

  find(): void {
    for (const call of this.#calls) {
      const name = calledName(call, this.#text);
      const { positional, named } = argumentsOf(call, this.#text);
      if (name === 'range' && call.firstChild?.name === 'VariableName') this.#range(positional);
      if (name === 'ThreadPoolExecutor' || name === 'ThreadPool')
        this.#shrink(named.get('max_workers') ?? named.get('processes') ?? positional[0], fewest);
    }
    for (const loop of allOf(this.#top, 'WhileStatement')) this.#condition(loop.firstChild?.nextSibling ?? null);
    // What is expected of the larger numbers would be wrong of the smaller ones.
    this.bounds = [...this.edits.values()];
    for (const call of this.#calls) {
      if (calledName(call, this.#text) !== 'Barrier') continue;
      const { positional, named } = argumentsOf(call, this.#text);
      this.#follow(named.get('parties') ?? positional[0], 1);
    }
    for (const pair of allOf(this.#top, 'BinaryExpression')) {
      const [left, operator, right] = childrenOf(pair);
      if (operator?.name === 'CompareOp' && ['==', '!='].includes(this.#text(operator)))
        for (const side of [left, right]) this.#follow(side, 1);
      if (
        operator?.name === 'ArithOp' &&
        this.#text(operator) === '*' &&
        [left, right].every((side) => side?.name === 'Number')
      )
        for (const side of [left, right]) this.#follow(side, 1);
    }
    for (const statement of allOf(this.#top, 'AssignStatement')) this.#follow(statement.lastChild, 2);
  }

  /** `range(n)`, or from a number on, in steps of a number. */
  #range(positional: readonly SyntaxNode[]): void {
    const [first, stop, step] = positional;
    if (stop === undefined) {
      this.#shrink(first, fewest);
      return;
    }
    const start = this.#numberOf(first);
    const by = step === undefined ? 1 : this.#numberOf(step);
    if (Number.isNaN(start) || !(by > 0)) return;
    this.#shrink(stop, start + fewest * by);
  }

  /** A loop that goes on while something is less than a constant. */
  #condition(node: SyntaxNode | null): void {
    if (node?.name === 'ParenthesizedExpression') this.#condition(node.firstChild?.nextSibling ?? null);
    if (node?.name !== 'BinaryExpression') return;
    const [left, operator, right] = childrenOf(node);
    if (left === undefined || operator === undefined || right === undefined) return;
    const word = this.#text(operator);
    if (['and', 'or'].includes(word)) for (const side of [left, right]) this.#condition(side);
    else if (['<', '<=', '!='].includes(word)) this.#shrink(right, fewest);
    else if (['>', '>='].includes(word)) this.#shrink(left, fewest);
  }

  /** Makes what an expression comes to as small as `least`, by the constants in it. */
  #shrink(node: SyntaxNode | undefined, least: number): void {
    if (node === undefined) return;
    switch (node.name) {
      case 'Number':
        this.#edit(node, least);
        return;
      case 'ParenthesizedExpression':
        this.#shrink(node.firstChild?.nextSibling ?? undefined, least);
        return;
      case 'CallExpression': {
        const { positional, named } = argumentsOf(node, this.#text);
        const name = calledName(node, this.#text);
        if (name === 'int' && positional.length === 1 && named.size === 0) this.#shrink(positional[0], least);
        return;
      }
      case 'BinaryExpression':
        this.#shrinkBoth(node, least);
        return;
      case 'VariableName':
        this.#shrinkBound(this.#bindings.of(node), least);
        return;
      case 'MemberExpression': {
        const definition = around(node, ['ClassDefinition']);
        const [object, , property] = childrenOf(node);
        if (definition !== null && object !== undefined && property !== undefined && this.#text(object) === 'self')
          this.#shrinkBound(this.#bindings.ofAttribute(definition, this.#text(property)), least);
        return;
      }
    }
  }

  #shrinkBoth(node: SyntaxNode, least: number): void {
    const [left, operator, right] = childrenOf(node);
    if (left === undefined || operator === undefined || right === undefined) return;
    switch (this.#text(operator)) {
      case '*':
        if (itemsOf(left).length > 0) return;
        this.#shrink(left, least);
        this.#shrink(right, right.name === 'Number' ? 1 : least);
        return;
      case '**':
        this.#shrink(left, least);
        this.#shrink(right, 1);
        return;
      case '+':
      case '-':
      case '//':
        // The number beside it says how it is counted, not how much: `range(1, N + 1)`.
        if (left.name !== 'Number') this.#shrink(left, fewest);
    }
  }

  #shrinkBound(binding: ReturnType<Bindings['of']>, least: number): void {
    if (binding.kind === 'unknown') return;
    const key = binding.kind === 'value' ? `${binding.value.from}` : `${binding.definition.from} ${binding.name}`;
    if (this.#followed.has(key)) return;
    this.#followed.add(key);
    if (binding.kind === 'value') this.#shrink(binding.value, least);
    else this.#shrinkArguments(binding.definition, binding.name, least);
    this.#followed.delete(key);
  }

  /** Makes the arguments small that a parameter gets, and its default. */
  #shrinkArguments(definition: SyntaxNode, name: string, least: number): void {
    const parameters = parametersOf(definition, this.#text);
    const own = parameters.find((parameter) => parameter.name === name);
    this.#shrink(own?.value ?? undefined, least);
    const owner = definition.parent?.parent;
    const isMethod = owner?.name === 'ClassDefinition';
    const word = definition.getChild('VariableName');
    const title = isMethod && word !== null && this.#text(word) === '__init__' ? owner.getChild('VariableName') : word;
    if (title === null || own === undefined) return;
    const called = this.#text(title);
    const at = own.byName ? Number.POSITIVE_INFINITY : parameters.indexOf(own) - (isMethod ? 1 : 0);
    const names = (node: SyntaxNode | undefined): boolean =>
      node?.name === 'VariableName'
        ? this.#text(node) === called
        : node?.name === 'MemberExpression' && isMethod && this.#text(node).endsWith(`.${called}`);
    for (const call of this.#calls) {
      const { positional, named } = argumentsOf(call, this.#text);
      if (names(call.firstChild ?? undefined)) this.#shrink(named.get(name) ?? positional[at], least);
      // Handed on: `submit(work, 8)`, `partial(work, 8)`, `map(work, [8, 9])`.
      const handed = positional.findIndex(names);
      const given = positional[handed + 1 + at];
      if (handed >= 0 && calledName(call, this.#text) === 'map') this.#shrinkItems(given, least);
      else if (handed >= 0) this.#shrink(named.get(name) ?? given, least);
      const [args, kwargs] = [named.get('args'), named.get('kwargs')];
      if (!names(named.get('target')) && handed < 0) continue;
      if (args !== undefined) this.#shrink(itemsOf(args)[at], least);
      if (kwargs !== undefined) this.#shrink(entriesOf(kwargs, this.#text).get(name), least);
    }
  }

  /** Makes the items of a list small: of `[8, 9]`, of `[8] * 4`. */
  #shrinkItems(node: SyntaxNode | undefined, least: number): void {
    const [list, operator, times] = node?.name === 'BinaryExpression' ? childrenOf(node) : [node];
    if (list !== undefined) for (const item of itemsOf(list)) this.#shrink(item, least);
    if (operator !== undefined && this.#text(operator) === '*') this.#shrink(times, fewest);
  }

  #numberOf(node: SyntaxNode | undefined): number {
    return node?.name === 'Number' ? valueOf(this.#text(node)) : Number.NaN;
  }

  #edit(node: SyntaxNode, least: number): void {
    const value = this.#numberOf(node);
    const before = this.edits.get(node.from)?.smaller ?? 0;
    // One constant may bound several loops: it stays as large as one of them needs it.
    const smaller = Math.max(least, before);
    if (value > smaller) this.edits.set(node.from, { node, value, smaller });
    else this.edits.delete(node.from);
  }

  /** Changes a number that is a product of at least so many of the numbers that were changed. */
  #follow(node: SyntaxNode | null | undefined, factors: number): void {
    const value = this.#numberOf(node ?? undefined);
    if (!node || Number.isNaN(value) || this.edits.has(node.from)) return;
    const distinct = [...new Map(this.bounds.map((bound) => [bound.value, bound])).values()].slice(0, 8);
    for (let chosen = 1; chosen < 1 << distinct.length; chosen += 1) {
      const some = distinct.filter((_, at) => (chosen & (1 << at)) !== 0);
      if (some.length < factors || some.reduce((all, bound) => all * bound.value, 1) !== value) continue;
      this.edits.set(node.from, { node, value, smaller: some.reduce((all, bound) => all * bound.smaller, 1) });
      return;
    }
  }
}

/**
 * A program with fewer threads and fewer rounds of its loops: the whole numbers that say how many, in the text itself, become 2, and what is expected of them follows.
 * Nothing else changes. Null where there is no number to change, or the text is no Python.
 */
export function smallerThan(source: string): Smaller | null {
  const { topNode } = parser.parse(source);
  if (allOf(topNode, '⚠').length > 0) return null;
  const finder = new Finder(topNode, source);
  finder.find();
  const edits = [...finder.edits.values()].toSorted((a, b) => a.node.from - b.node.from);
  if (edits.length === 0) return null;
  let at = 0;
  let text = '';
  for (const { node, smaller } of edits) {
    text += `${source.slice(at, node.from)}${smaller}`;
    at = node.to;
  }
  text += source.slice(at);
  const before = source.split('\n');
  const together = [...new Set(finder.bounds.map(({ value }) => value))].reduce((all, value) => all * value, 1);
  return {
    source: text,
    changed: text
      .split('\n')
      .flatMap((after, index) =>
        after === before[index] ? [] : [{ line: index + 1, before: before[index] ?? '', after }],
      ),
    plainlyLarge: together > mostTogether,
  };
}
