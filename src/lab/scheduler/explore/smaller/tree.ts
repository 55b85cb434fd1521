import type { SyntaxNode } from '@lezer/common';

/** Whatever stands in a call's brackets. */
export interface Arguments {
  readonly positional: readonly SyntaxNode[];
  readonly named: ReadonlyMap<string, SyntaxNode>;
}

/** A node's children, in order. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(child);
  return found;
}

/** The nearest node around this one that has one of these names. */
export function around(node: SyntaxNode, names: readonly string[]): SyntaxNode | null {
  for (let up = node.parent; up !== null; up = up.parent) if (names.includes(up.name)) return up;
  return null;
}

/** All nodes of a name, in the order of the text. */
export function allOf(top: SyntaxNode, name: string): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  top.cursor().iterate((node) => {
    if (node.name === name) found.push(node.node);
  });
  return found;
}

/** What stands between the commas of a node's brackets. */
const partsOf = (node: SyntaxNode): readonly (readonly SyntaxNode[])[] => {
  const parts: SyntaxNode[][] = [[]];
  for (const child of childrenOf(node)) {
    if (child.name === ',') parts.push([]);
    else if (!['(', ')', '[', ']', '{', '}', 'Comment'].includes(child.name)) parts.at(-1)?.push(child);
  }
  return parts.filter((part) => part.length > 0);
};

/** The items of a tuple or a list. */
export const itemsOf = (node: SyntaxNode): readonly SyntaxNode[] =>
  node.name === 'TupleExpression' || node.name === 'ArrayExpression'
    ? partsOf(node).flatMap(([item, ...rest]) => (item === undefined || rest.length > 0 ? [] : [item]))
    : [];

/** The values of a dictionary by their keys, where those are plain strings. */
export const entriesOf = (node: SyntaxNode, text: (node: SyntaxNode) => string): ReadonlyMap<string, SyntaxNode> =>
  new Map(
    partsOf(node).flatMap(([key, colon, value]) =>
      key?.name === 'String' && colon?.name === ':' && value !== undefined ? [[text(key).slice(1, -1), value]] : [],
    ),
  );

/** The arguments of a call. What stands behind a star or two ends the positional ones, since nobody can tell how many it is. */
export function argumentsOf(call: SyntaxNode, text: (node: SyntaxNode) => string): Arguments {
  const list = call.getChild('ArgList');
  const positional: SyntaxNode[] = [];
  const named = new Map<string, SyntaxNode>();
  let starred = false;
  for (const [first, second, third] of list === null ? [] : partsOf(list)) {
    if (first === undefined) continue;
    if (second === undefined) {
      if (!starred) positional.push(first);
    } else if (second.name === 'AssignOp' && third !== undefined) named.set(text(first), third);
    else starred = true;
  }
  return { positional, named };
}

/** The name by which a call calls: `Thread` of `threading.Thread(…)`; empty where it calls what an expression gives. */
export function calledName(call: SyntaxNode, text: (node: SyntaxNode) => string): string {
  const callee = call.firstChild;
  if (callee?.name === 'VariableName') return text(callee);
  const property = callee?.name === 'MemberExpression' ? callee.getChild('PropertyName') : null;
  return property === null ? '' : text(property);
}

/** The parameters of a function, in order, with their defaults; those behind a star can only be named. */
export function parametersOf(
  definition: SyntaxNode,
  text: (node: SyntaxNode) => string,
): readonly { readonly name: string; readonly byName: boolean; readonly value: SyntaxNode | null }[] {
  const list = definition.getChild('ParamList');
  let byName = false;
  return (list === null ? [] : partsOf(list)).flatMap((part) => {
    const [first] = part;
    if (first === undefined || first.name === '*' || first.name === '**') {
      byName = true;
      return [];
    }
    if (first.name !== 'VariableName') return [];
    const equals = part.findIndex(({ name }) => name === 'AssignOp');
    return [{ name: text(first), byName, value: equals < 0 ? null : (part[equals + 1] ?? null) }];
  });
}
