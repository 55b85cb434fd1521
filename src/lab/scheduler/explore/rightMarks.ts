/** The keys of the outcomes that are marked as right, after one of them was marked, or is no longer. */
export function withMark(marks: ReadonlySet<string>, key: string, isRight: boolean): ReadonlySet<string> {
  const changed = new Set(marks);
  if (isRight) changed.add(key);
  else changed.delete(key);
  return changed;
}
