import type { SyntaxNode } from '@lezer/common';
import { allOf, around, childrenOf, itemsOf, parametersOf } from './tree';

/** What opens a scope of its own. */
const scopes = ['FunctionDefinition', 'LambdaExpression', 'ClassDefinition', 'Script'];

/** Where a name gets its value: the one expression that it is assigned, a parameter of a function, or nothing that can be followed. */
export type Binding =
  | { readonly kind: 'value'; readonly value: SyntaxNode }
  | { readonly kind: 'parameter'; readonly definition: SyntaxNode; readonly name: string }
  | { readonly kind: 'unknown' };

const unknown: Binding = { kind: 'unknown' };

/** The expression that a target is assigned: of `a, b = 1, 2` the one at its place. Null where that cannot be told. */
function valueFor(target: SyntaxNode): SyntaxNode | null {
  const statement = target.parent;
  if (statement?.name !== 'AssignStatement') return null;
  const children = childrenOf(statement);
  const equals = children.findIndex(({ name }) => name === 'AssignOp');
  if (children.slice(equals + 1).some(({ name }) => name === 'AssignOp')) return null;
  const left = children.slice(0, equals).filter(({ name }) => name !== ',' && name !== 'TypeDef');
  const right = children.slice(equals + 1).filter(({ name }) => name !== ',');
  const given = right.length === 1 && left.length > 1 ? itemsOf(right[0] ?? target) : right;
  const at = left.findIndex(({ from }) => from === target.from);
  return at < 0 || given.length !== left.length ? null : (given[at] ?? null);
}

/** Whether a name stands where it gets a value, not where it is read. */
function isBound(name: SyntaxNode): boolean {
  let child = name;
  for (let up = name.parent; up !== null; child = up, up = up.parent) {
    const children = childrenOf(up);
    const before = (word: string): boolean => {
      const at = children.findLast((one) => one.name === word);
      return at !== undefined && child.from < at.from;
    };
    switch (up.name) {
      case 'TupleExpression':
      case 'ArrayExpression':
      case 'ParenthesizedExpression':
        continue;
      case 'AssignStatement':
        return before('AssignOp');
      case 'UpdateStatement':
      case 'NamedExpression':
        return child.from === up.from;
      case 'ForStatement':
      case 'ArrayComprehensionExpression':
      case 'ComprehensionExpression':
      case 'SetComprehensionExpression':
      case 'DictionaryComprehensionExpression': {
        const at = children.findIndex((one) => one.from === child.from && one.name === child.name);
        const word = children.slice(0, at).findLast((one) => ['for', 'in', 'if'].includes(one.name));
        return word?.name === 'for';
      }
      case 'WithStatement':
      case 'TryStatement':
        return child.prevSibling?.name === 'as';
      case 'FunctionDefinition':
      case 'ClassDefinition':
      case 'ImportStatement':
      case 'DeleteStatement':
      case 'CapturePattern':
        return true;
      default:
        return false;
    }
  }
  return false;
}

/** Every name of a program by the scope that it belongs to, with all places where it gets a value. */
export class Bindings {
  readonly #text: (node: SyntaxNode) => string;
  /** By where the scope begins and the name. */
  readonly #places = new Map<string, SyntaxNode[]>();

  constructor(top: SyntaxNode, text: (node: SyntaxNode) => string) {
    this.#text = text;
    const declared = new Set(
      allOf(top, 'ScopeStatement').flatMap((statement) =>
        statement.getChildren('VariableName').map((name) => this.#key(this.#scopeOf(statement), text(name))),
      ),
    );
    for (const name of allOf(top, 'VariableName')) {
      if (!isBound(name)) continue;
      const own = this.#scopeOf(name);
      // `global` and `nonlocal` alike: a name that several functions bind is none whose value is known.
      const scope = declared.has(this.#key(own, text(name))) ? top : own;
      const key = this.#key(scope, text(name));
      this.#places.set(key, [...(this.#places.get(key) ?? []), name]);
    }
  }

  /** Where a name that is read gets its value. */
  of(name: SyntaxNode): Binding {
    const word = this.#text(name);
    for (let scope: SyntaxNode | null = this.#scopeOf(name); scope !== null; scope = around(scope, scopes)) {
      if (scope.name === 'ClassDefinition') continue;
      const places = this.#places.get(this.#key(scope, word)) ?? [];
      if (parametersOf(scope, this.#text).some((parameter) => parameter.name === word))
        return places.length === 0 ? { kind: 'parameter', definition: scope, name: word } : unknown;
      if (places.length > 0) return this.#only(places);
    }
    return unknown;
  }

  /** Where an attribute of a class gets its value: `self.rounds = …` in one of its methods, or `rounds = …` in its body. */
  ofAttribute(definition: SyntaxNode, attribute: string): Binding {
    const own = this.#places.get(this.#key(definition, attribute)) ?? [];
    const assigned = allOf(definition, 'MemberExpression').filter(
      (member) => isBound(member) && this.#text(member) === `self.${attribute}`,
    );
    return this.#only([...own, ...assigned]);
  }

  #only([place, ...others]: readonly SyntaxNode[]): Binding {
    const value = place === undefined || others.length > 0 ? null : valueFor(place);
    return value === null ? unknown : { kind: 'value', value };
  }

  /** The scope that a node belongs to; the name of a function, and its defaults, belong to the scope around it. */
  #scopeOf(node: SyntaxNode): SyntaxNode {
    const scope = around(node, scopes);
    if (scope === null) return node;
    const body = scope.getChild('Body');
    const inside = scope.name === 'Script' || body === null || node.from >= body.from;
    return inside ? scope : this.#scopeOf(scope);
  }

  #key(scope: SyntaxNode, name: string): string {
    return `${scope.name} ${scope.from} ${name}`;
  }
}
