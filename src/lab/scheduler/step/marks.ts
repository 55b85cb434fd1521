import type { ThreadIndex } from '../../../core/schedule/types';

/** Shapes 20 wide and 20 high, roomy enough for two digits: circle, square, hexagon, diamond, house, shield, octagon, plate. */
export const markShapes: readonly string[] = [
  'M10 1a9 9 0 0 1 0 18a9 9 0 0 1 0-18z',
  'M3.5 2h13a1.5 1.5 0 0 1 1.5 1.5v13a1.5 1.5 0 0 1-1.5 1.5h-13a1.5 1.5 0 0 1-1.5-1.5v-13a1.5 1.5 0 0 1 1.5-1.5z',
  'M5.2 1.7h9.6L19.7 10l-4.9 8.3H5.2L.3 10z',
  'M10-.6L20.6 10L10 20.6L-.6 10z',
  'M10 .4L18.6 7v11.4H1.4V7z',
  'M1.6 1.8h16.8v9.4L10 19.6L1.6 11.2z',
  'M6.2 1h7.6L19 6.2v7.6L13.8 19H6.2L1 13.8V6.2z',
  'M6 3h8a6 7 0 0 1 0 14H6A6 7 0 0 1 6 3z',
];

const namespace = 'http://www.w3.org/2000/svg';

/** The sign that `ThreadMark` draws, for what is not drawn by React. */
export function markElement(thread: ThreadIndex, last: boolean): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  const shape = document.createElementNS(namespace, 'path');
  const number = document.createElementNS(namespace, 'text');
  const kind = thread % markShapes.length;
  svg.setAttribute('class', 'thread-mark');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.dataset['thread'] = String(kind);
  svg.dataset['last'] = String(last);
  shape.setAttribute('d', markShapes[kind] ?? '');
  number.setAttribute('x', '10');
  number.setAttribute('y', '14.1');
  number.setAttribute('text-anchor', 'middle');
  number.textContent = String(thread);
  svg.append(shape, number);
  return svg;
}
