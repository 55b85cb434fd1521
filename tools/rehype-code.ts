import type { Element, Nodes, Root } from 'hast';
import { highlight } from './highlight.ts';

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}

function languageOf(code: Element): string {
  const classes = code.properties['className'];
  const name = Array.isArray(classes) ? classes.map(String).find((name) => name.startsWith('language-')) : undefined;
  return name === undefined ? 'text' : name.slice('language-'.length);
}

/** Turns fenced code of an MDX page into `<CodeBlock html="…"/>`, highlighted at build time. */
export function rehypeCode() {
  return async (root: Root): Promise<void> => {
    const visit = async (parent: { children: unknown[] }): Promise<void> => {
      for (const [index, child] of parent.children.entries()) {
        const node = child as Element;
        const code = node.type === 'element' && node.tagName === 'pre' ? node.children[0] : undefined;
        if (code?.type === 'element' && code.tagName === 'code') {
          const html = await highlight(textOf(code), languageOf(code));
          parent.children[index] = {
            type: 'mdxJsxFlowElement',
            name: 'CodeBlock',
            attributes: [{ type: 'mdxJsxAttribute', name: 'html', value: html }],
            children: [],
          };
        } else if ('children' in node) await visit(node);
      }
    };
    await visit(root);
  };
}
