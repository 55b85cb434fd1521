/** The share of the window's height that is surely free of bars. */
const fittingShare = 0.8;

/** Brings a verdict onto the screen, together with what was pressed for it: all of it where that fits, or its sentence. */
export function showAnswer(whole: Element | null | undefined): void {
  if (whole === null || whole === undefined) return;
  const fits = whole.getBoundingClientRect().height < innerHeight * fittingShare;
  (fits ? whole : whole.querySelector('.safety-sentence'))?.scrollIntoView({ block: 'nearest' });
}
