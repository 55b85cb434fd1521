/**
 * Our own steps around shiki, for `?program` imports and for fenced code alike. `@shikijs/rehype` does only the second, and gives elements with style attributes, which the
 * site's policy forbids, where the component `CodeBlock` takes HTML with classes.
 */
import { createCssVariablesTheme, createHighlighter, type Highlighter } from 'shiki';

const theme = createCssVariablesTheme({ name: 'timeslice', variablePrefix: '--code-' });
let highlighter: Promise<Highlighter> | undefined;

/** Highlights code at build time: spans with classes `tok-keyword`, `tok-string`, …, one `.line` a line, and no style attribute (the CSP forbids them). */
export async function highlight(source: string, language: string): Promise<string> {
  highlighter ??= createHighlighter({ themes: [theme], langs: ['python', 'shellsession', 'json'] });
  const shiki = await highlighter;
  const lang = shiki.getLoadedLanguages().includes(language) ? language : 'text';
  const html = shiki.codeToHtml(source.trimEnd(), { lang, theme: 'timeslice', structure: 'classic' });
  const inner = /<code>([\s\S]*)<\/code>/.exec(html)?.[1] ?? '';
  return (
    inner
      .replace(/ style="color:var\(--code-(?:token-)?([a-z-]+)\)"/g, ' class="tok-$1"')
      // The first two look like the text around them; what shiki takes for punctuation are the arguments of a call with their parentheses.
      .replace(/<span class="tok-(?:foreground|parameter|punctuation)">([^<]*)<\/span>/g, '$1')
      .replace(/<span class="line">([\s\S]*?)<\/span>(?=\n<span class="line">|$)/g, '$1')
  );
}
