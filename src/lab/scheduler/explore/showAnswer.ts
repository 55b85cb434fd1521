/** The share of the window's height that is surely free of bars. */
const fittingShare = 0.8;

/** Brings a verdict onto the screen, together with what was pressed for it: all of it where that fits, or as much as there is room for from its sentence on. */
export function showAnswer(whole: Element | null | undefined): void {
  if (whole === null || whole === undefined) return;
  const fits = whole.getBoundingClientRect().height < innerHeight * fittingShare;
  if (fits) whole.scrollIntoView({ block: 'nearest' });
  // Its styles leave room above it for what was pressed.
  else whole.querySelector('.safety-sentence')?.scrollIntoView({ block: 'start' });
}
