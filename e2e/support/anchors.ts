import { readFileSync } from 'node:fs';
import { expect, type Frame, type Locator, type Page } from '@playwright/test';

/** The addresses within pages that were shared once and stay valid, by the page's folder. New ones may be added, and none taken away. */
export const sharedAddresses = JSON.parse(readFileSync(new URL('addresses.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;

/** How far from the top an anchor may land, in pixels. */
const tolerancePx = 16;

/** The ids of everything in the page that can be linked to, in the order of the page. */
export function anchorsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(h2, h3, section, figure, fieldset)[id]')]
      .map((element) => element.id)
      // These are React's own, and change with the page.
      .filter((id) => !id.startsWith('_R_') && !id.startsWith('_r_')),
  );
}

/** The ids of the parts that moved from the page to another lesson: what stands there says where they are. */
export function movedFrom(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll('main [data-moved]')].map(({ id }) => id));
}

interface Landing {
  /** How much lower than its place at the top of the screen the anchor is. */
  readonly offPx: number;
  /** The page is scrolled to its end: an anchor in its last screen cannot come to the top. */
  readonly atEnd: boolean;
  readonly bottomPx: number;
  readonly heightPx: number;
}

/** Where an element is once the layout has been still for a while: that long the page must stay where it is. Runs in the page. */
async function landingAtRest(anchor: Element): Promise<Landing> {
  const stillFrames = 8;
  await document.fonts.ready;
  const root = document.documentElement;
  let before = '';
  for (let still = 0; still < stillFrames;) {
    // oxlint-disable-next-line no-await-in-loop -- one frame after another
    await new Promise(requestAnimationFrame);
    const now = `${anchor.getBoundingClientRect().top} ${scrollY} ${root.scrollHeight}`;
    still = now === before ? still + 1 : 0;
    before = now;
  }
  const { top, bottom } = anchor.getBoundingClientRect();
  return {
    offPx: top - Number.parseFloat(getComputedStyle(root).scrollPaddingTop),
    atEnd: scrollY + innerHeight >= root.scrollHeight - 1,
    bottomPx: bottom,
    heightPx: innerHeight,
  };
}

/** Brings an element to the screen and waits until the page is still: what is scrolled to for the first time is laid out then, and moves. */
export async function bringToRest(element: Locator): Promise<void> {
  await element.scrollIntoViewIfNeeded();
  await element.evaluate(landingAtRest);
}

/** Fails where an anchor is not at the top of the screen, or, in a page's last screen, in view. */
export async function expectLanded(page: Page | Frame, id: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const anchor = page.locator(`[id="${id}"]`);
        if ((await anchor.count()) === 0) return 'nowhere: it is not in the page';
        const { offPx, atEnd, bottomPx, heightPx } = await anchor.evaluate(landingAtRest);
        const atTop = Math.abs(offPx) <= tolerancePx;
        const inLastScreen = atEnd && offPx > 0 && bottomPx <= heightPx;
        return atTop || inLastScreen ? 'landed' : `${Math.round(offPx)} px below its place`;
      },
      { message: `where #${id} lands` },
    )
    .toBe('landed');
}
