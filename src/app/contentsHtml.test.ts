import { describe, expect, it } from 'vitest';
import { contentsHtml, withContents } from './contentsHtml';

const page = (contents: string): string =>
  `<nav><div class="contents">${contents}</div></nav><article>
<div class="headed headed-2"><h2 id="one">Hand it over: <code>queue.Queue</code></h2><a class="link-sign" href="#one">#</a></div>
<section class="card puzzle" id="puzzle-tea"></section>
<div class="headed headed-3"><h3 id="inner">No section</h3></div>
<div class="headed headed-2"><h2 id="two">A &amp; B, and A &lt; B</h2></div></article>`;

describe('the contents of a lesson', () => {
  it('have its sections in order, as text, and the number of its puzzles', () => {
    const contents =
      '<ol><li><a href="#one">Hand it over: queue.Queue</a></li><li><a href="#two">A &amp; B, and A &lt; B</a></li></ol><p class="contents-puzzles numeric">0 of 1 puzzle solved</p>';
    expect(withContents(page(''))).toBe(page(contents));
  });

  it('say nothing of puzzles where there are none', () => {
    expect(contentsHtml([{ id: 'a', title: 'A' }], 0)).toBe('<ol><li><a href="#a">A</a></li></ol>');
  });

  it('need a place, and something to tell', () => {
    expect(() => withContents('<article></article>')).toThrow('no place');
    expect(() => withContents('<div class="contents"></div>')).toThrow('no sections');
  });
});
