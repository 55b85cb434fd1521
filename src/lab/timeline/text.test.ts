import { describe, expect, test } from 'vitest';
import { spansOf, storeOf } from '../../core/trace/spans';
import { CombinedSpans } from '../../core/trace/spansCombine';
import { traceFrom } from '../../core/trace/traceText.fixture';
import { geometryOf } from './geometry';
import { TextRuler } from './text';

/** Every letter is 6 px wide. Counts how often it was asked. */
function rulerOf6(): { readonly ruler: TextRuler; readonly asked: () => number } {
  let asked = 0;
  const context = {
    font: '',
    measureText(text: string) {
      asked += 1;
      return { width: text.length * 6 };
    },
  };
  return { ruler: new TextRuler(context as unknown as CanvasRenderingContext2D, 'serif'), asked: () => asked };
}

describe('TextRuler', () => {
  test('cuts with an ellipsis what does not fit, and gives up what would tell nothing', () => {
    const { ruler } = rulerOf6();
    const font = ruler.font(12);
    expect(font).toBe('400 12px serif');
    expect(ruler.fit('the queue', font, 54)).toBe('the queue');
    expect(ruler.fit('the queue', font, 53)).toBe('the que…');
    expect(ruler.fit('the queue', font, 36)).toBe('the q…');
    expect(ruler.fit('the queue', font, 30)).toBe('');
    expect(ruler.fit('', font, 0)).toBe('');
  });

  test('keeps the number at the end of a name, which tells it from its neighbours', () => {
    const { ruler } = rulerOf6();
    const font = ruler.font(12);
    expect(ruler.fitName('ThreadPoolExecutor-0_2', font, 90)).toBe('ThreadPool…-0_2');
    expect(ruler.fitName('Thread-12', font, 54)).toBe('Thread-12');
    expect(ruler.fitName('QueueFeederThread', font, 72)).toBe('QueueFeeder…');
    expect(ruler.fitName('Thread-12', font, 24)).toBe(ruler.fit('Thread-12', font, 24));
  });

  test('measures each text once', () => {
    const { ruler, asked } = rulerOf6();
    ruler.fit('the queue', ruler.font(12), 40);
    const first = asked();
    ruler.fit('the queue', ruler.font(12), 40);
    ruler.width('the queue', ruler.font(12));
    expect(asked()).toBe(first);
    ruler.width('the queue', ruler.font(13));
    expect(asked()).toBe(first + 1);
  });
});

describe('geometryOf', () => {
  const lanes = (count: number, name = 'Thread') =>
    spansOf(traceFrom`${Array.from({ length: count }, (_, i) => `${name}-${i + 1}: run`).join('  ')}`);

  test('gives names as much room as they take, and no more than a share of the width', () => {
    const { ruler } = rulerOf6();
    expect(geometryOf(lanes(3), 900, 384, ruler).namesPx).toBe('Thread-1'.length * 6 + 4 + 14);
    expect(geometryOf(lanes(3, 'A-very-long-name-of-a-thread'), 900, 384, ruler).namesPx).toBe(180 + 14);
    const narrow = geometryOf(lanes(3, 'A-very-long-name-of-a-thread'), 320, 384, ruler);
    expect(narrow.namesPx).toBe(96 + 8);
    expect(narrow.namesPx + narrow.plotPx).toBeLessThanOrEqual(320);
  });

  test('gives each group a heading and shrinks the rows of many until they fit', () => {
    const { ruler } = rulerOf6();
    const group = (count: number) => ({
      name: `${count}`,
      source: storeOf(traceFrom`${Array.from({ length: count }, (_, i) => `T-${i}: run`).join('  ')}`),
    });
    const counting = geometryOf(new CombinedSpans([1, 18, 2, 1].map(group)).lanes(), 900, 480, ruler);
    expect(counting).toMatchObject({ headingPx: 28, rowHeightPx: 16 });
    expect(counting.contentPx).toBeLessThanOrEqual(484);
    expect(counting.rowsPx).toBe(counting.contentPx);
  });

  test('fits rows into the height as long as they can be read, then scrolls', () => {
    const { ruler } = rulerOf6();
    const few = geometryOf(lanes(3), 900, 384, ruler);
    expect(few).toMatchObject({ rowHeightPx: 32, contentPx: 100, rowsPx: 100 });
    const many = geometryOf(lanes(1000), 900, 384, ruler);
    expect(many).toMatchObject({ rowHeightPx: 14, contentPx: 14_004, rowsPx: 388 });
    expect(many.barTopPx * 2 + many.barPx).toBeLessThanOrEqual(many.rowHeightPx + 1);
  });
});
