import { formatCount } from '../../core/base/format';

/** The least and the most of several runs: `0`, or `12 to 3,400`. */
export const sayRange = ({ least, most }: { readonly least: number; readonly most: number }): string =>
  least === most ? formatCount(most) : `${formatCount(least)} to ${formatCount(most)}`;
