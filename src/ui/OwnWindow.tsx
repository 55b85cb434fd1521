import { ownAddress } from './embedded';

interface OwnWindowProps {
  /** Other words than the usual ones. */
  readonly children?: string;
}

/** The way out of another site's page: this one in a window of its own. */
export function OwnWindow({ children = 'Open this page in a window of its own' }: OwnWindowProps) {
  return (
    <a href={ownAddress()} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
