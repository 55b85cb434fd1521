/** A stop of a path, with the stop that it follows. */
interface Placed {
  readonly id: string;
  /** The id of another stop; where that is none of these, the stop keeps its place. */
  readonly after?: string;
}

/**
 * The stops of a path in the order in which a reader takes them: each right behind the one that it follows, the others as they were given.
 * Stops that follow each other in a circle are left out.
 */
export function inPathOrder<S extends Placed>(stops: readonly S[]): readonly S[] {
  const keepsPlace = ({ after }: S): boolean => !stops.some(({ id }) => id === after);
  const withFollowers = (stop: S): readonly S[] => [
    stop,
    ...stops.filter(({ after }) => after === stop.id).flatMap(withFollowers),
  ];
  return stops.filter(keepsPlace).flatMap(withFollowers);
}
