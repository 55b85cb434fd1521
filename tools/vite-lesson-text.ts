import mdx from '@mdx-js/rollup';
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import type { VFile } from 'vfile';
import type { Plugin } from 'vite';
import { rehypeCode } from './rehype-code.ts';

/** Asked of a `lesson.mdx`, it gives the texts that the lesson's own module leaves out. */
const query = '?texts';
const textTags = new Set(['p', 'ul', 'ol', 'blockquote', 'table']);
/** Components that stand around texts and nothing else. */
const around = new Set(['Outcome', 'Aside']);

const isComponent = (node: Nodes): node is MdxJsxFlowElementHast => node.type === 'mdxJsxFlowElement';
const isPlain = (node: Nodes): boolean =>
  node.type === 'text' || (node.type === 'element' && node.children.every((child) => isPlain(child)));

/** How a text that nobody can press is drawn: by its tag, or as code. */
function kindOf(node: Nodes): string | undefined {
  if (isComponent(node)) return node.name === 'CodeBlock' ? node.name : undefined;
  const isText = node.type === 'element' && textTags.has(node.tagName) && Object.keys(node.properties).length === 0;
  return isText && isPlain(node) ? node.tagName : undefined;
}

/** `<Text as="p" of={at} />`: the place of the text with this number. */
const placeOf = (kind: string, at: number): MdxJsxFlowElementHast => ({
  type: 'mdxJsxFlowElement',
  name: 'Text',
  attributes: [
    { type: 'mdxJsxAttribute', name: 'as', value: kind },
    { type: 'mdxJsxAttribute', name: 'of', value: String(at) },
  ],
  children: [],
});

/** Takes the texts out of a page, and leaves their places. @returns the texts, by number */
function takeTexts(parent: { children: (RootContent | ElementContent)[] }, texts: Nodes[] = []): Nodes[] {
  for (const [index, node] of parent.children.entries()) {
    const kind = kindOf(node);
    if (kind !== undefined) parent.children[index] = placeOf(kind, texts.push(node) - 1);
    else if (isComponent(node) && around.has(node.name ?? '')) takeTexts(node, texts);
  }
  return texts;
}

/**
 * A lesson's text is in the HTML that a reader is sent, so that the page need not fetch it a second time as JavaScript. `lesson.mdx` becomes two modules:
 * without a query, what can be pressed, with a `<Text>` where a text stands; with `?texts`, those texts, for a reader who comes from another page of the site.
 */
export function lessonText(): Plugin[] {
  const pages = compiler((tree, file) => {
    if (file.basename === 'lesson.mdx') takeTexts(tree);
  });
  const texts = compiler((tree) => {
    tree.children = takeTexts(tree) as Element[];
  });
  return [pluginOf('pages', pages, (id) => !id.endsWith(query)), pluginOf('texts', texts, (id) => id.endsWith(query))];
}

type Compiler = ReturnType<typeof mdx>;

const compiler = (split: (tree: Root, file: VFile) => void): Compiler =>
  mdx({ remarkPlugins: [remarkGfm], rehypePlugins: [rehypeSlug, rehypeCode, () => split] });

const pluginOf = (name: string, { config, transform }: Compiler, isIts: (id: string) => boolean): Plugin => ({
  name: `timeslice:${name}`,
  enforce: 'pre',
  config,
  async transform(code, id) {
    const compiled = isIts(id) ? await transform(code, id) : undefined;
    return compiled === undefined ? undefined : { code: compiled.code ?? '', map: null };
  },
});
