import type { ComponentProps } from 'react';

/** A table of a lesson's text. */
export function Table(props: ComponentProps<'table'>) {
  return (
    // Wide tables scroll by themselves on a phone; the keyboard must be able to scroll them too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="group" aria-label="Table">
      <table {...props} />
    </div>
  );
}
