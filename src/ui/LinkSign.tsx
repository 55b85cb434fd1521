interface LinkSignProps {
  /** The id of what it links to. */
  readonly to: string;
  /** What it links to, as its heading says it. */
  readonly name: string;
}

/** A link to a part of the page, to be copied from there. `app/landing.ts` copies it when it is pressed. */
export function LinkSign({ to, name }: LinkSignProps) {
  return (
    <a className="link-sign" href={`#${to}`} aria-label={`Link to ${name}`}>
      #
    </a>
  );
}
