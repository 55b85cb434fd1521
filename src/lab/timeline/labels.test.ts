import { expect, test } from 'vitest';
import type { Box } from '../../core/timeline/layout';
import type { Span, SpanState } from '../../core/trace/trace';
import { labelsOf } from './labels';

/** Spans side by side; every letter is 6 px wide. */
function labels(...drawn: readonly (readonly [state: SpanState, widthPx: number, label: string])[]) {
  const spans: Span[] = [];
  const boxes: Box[] = [];
  let x = 0;
  drawn.forEach(([state, widthPx, label], first) => {
    boxes.push({ x, widthPx, state, first, count: 1, shares: null });
    spans.push({ state, label, from: x, to: x + widthPx });
    x += widthPx;
  });
  return labelsOf({ boxes, notes: [] }, spans, 1000, (text) => text.length * 6).map(
    ({ x, text, onSolid }) => `${x} ${text}${onSolid ? ' (solid)' : ''}`,
  );
}

test('a label stands where it fits whole, on solid spans without a slip', () => {
  expect(labels(['running', 48, 'count'], ['waiting', 48, 'birch'])).toEqual(['1 count (solid)', '52 birch']);
  expect(labels(['running', 41, 'count'], ['waiting', 47, 'birch'])).toEqual([]);
});

test('ready and unnamed spans have none', () => {
  expect(labels(['ready', 300, 'GIL'], ['running', 300, ''])).toEqual([]);
});

test('neighbouring spans do not say the same again and again, others in between do not matter', () => {
  const narrow = Array.from({ length: 10 }, (_, i) => ['running', 60, i % 2 === 0 ? 'put' : 'get'] as const);
  expect(labels(...narrow)).toEqual([
    '1 put (solid)',
    '61 get (solid)',
    '241 put (solid)',
    '301 get (solid)',
    '481 put (solid)',
    '541 get (solid)',
  ]);
});

test('wide spans each say what they are', () => {
  expect(labels(['running', 200, 'count'], ['running', 200, 'count'])).toEqual([
    '1 count (solid)',
    '201 count (solid)',
  ]);
});

test('a span that begins or ends out of sight keeps its label in sight', () => {
  const span = { state: 'running', label: 'count', from: 0, to: 9 } as const;
  const box: Box = { x: -4, widthPx: 2000, state: 'running', first: 0, count: 1, shares: null };
  expect(labelsOf({ boxes: [box], notes: [] }, [span], 42, (text) => text.length * 6)).toEqual([
    { x: 1, widthPx: 40, text: 'count', onSolid: true },
  ]);
  expect(labelsOf({ boxes: [box], notes: [] }, [span], 41, (text) => text.length * 6)).toEqual([]);
});

test('a label makes way for the cross of the span before', () => {
  const spans: readonly Span[] = [
    { state: 'waiting', label: 'oak', from: 0, to: 100 },
    { state: 'waiting', label: 'ash', from: 100, to: 200 },
  ];
  const boxes = spans.map(({ from }, first): Box => ({
    x: from,
    widthPx: 100,
    state: 'waiting',
    first,
    count: 1,
    shares: null,
  }));
  const x = (failed: boolean) =>
    labelsOf({ boxes, notes: [{ x: 99, first: 0, count: 1, failed }] }, spans, 1000, (text) => text.length * 6).map(
      (label) => label.x,
    );
  expect(x(false)).toEqual([4, 104]);
  expect(x(true)).toEqual([4, 107]);
});
