import type { ReactNode } from 'react';

interface MoreProps {
  /** Unique in the page. */
  readonly id: string;
  /** What the buttons are for: several programs may stand on a page. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Buttons that stand in a row where there is room, and on a phone in a menu behind one button, which needs no script to open. `more.css` decides. */
export function More({ id, name, children }: MoreProps) {
  return (
    <>
      <button type="button" className="button button-quiet more-button" popoverTarget={id} aria-label={`More: ${name}`}>
        <span aria-hidden="true">⋯</span>
      </button>
      {/* What was pressed closes it, but for what tells there what became of its press. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className="more"
        popover="auto"
        id={id}
        onClick={({ target, currentTarget }) => {
          if ((target as Element).closest('button:not([aria-live])') !== null) currentTarget.hidePopover?.();
        }}
      >
        {children}
      </div>
    </>
  );
}
