import { expectLinear } from '../hostileTexts.fixture';
import { openAddress } from './fromAddress';
import { sourceOf } from './program';
import { sentenceOf } from './programGroups';
import { decodeProgram } from './share';

// What reads an address, or the text of a program that is opened.
expectLinear({
  sentenceOf: (text) => [sentenceOf(text), sentenceOf(`"""${text}"""`)],
  sourceOf: (text) => sourceOf({ html: text } as Parameters<typeof sourceOf>[0]),
  program: (text) => [
    decodeProgram(`#program=${text}`),
    decodeProgram(`#program=d1.${text}`),
    decodeProgram(`#program=p1.${text}`),
  ],
  opening: (text) =>
    openAddress(`#example=${text}`, { id: 'a', name: 'a.py', sentence: '', source: '' }, () => Promise.resolve([])),
});
