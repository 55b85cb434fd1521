import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { storeOf } from '../../core/trace/spans';
import { traceFrom } from '../../core/trace/traceText.fixture';
import { Timeline } from './Timeline';

test('is prerendered without a canvas and without a style attribute, and says what it will be', () => {
  const html = renderToString(
    <Timeline source={storeOf(traceFrom`A: run`)} title="Three downloads, Threaded" caption="On two cores." />,
  );
  expect(html).toContain('aria-label="Three downloads, Threaded"');
  expect(html).toContain('On two cores.');
  expect(html).not.toContain('style=');
  expect(html).not.toContain('<canvas');
});
