/** A lock that is held, as its key: 16 wide and 10 high. */
export const keyShape =
  'M4.5 1a4 4 0 1 0 3.8 5.2H11V9h2V6.2h1V9h1.5V4H8.3A4 4 0 0 0 4.5 1zm0 2.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 0 1 0-2.8z';

const namespace = 'http://www.w3.org/2000/svg';

/** The key, for what is not drawn by React. */
export function keyElement(): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  const shape = document.createElementNS(namespace, 'path');
  svg.setAttribute('class', 'key-sign key-travels');
  svg.setAttribute('viewBox', '0 0 16 10');
  svg.setAttribute('aria-hidden', 'true');
  shape.setAttribute('d', keyShape);
  svg.append(shape);
  return svg;
}
